package io.tocsin.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a rehearsal went.
 *
 * @param people whom the plan brings
 * @param come of those, who have come so far
 * @param all callers who wanted an agent
 * @param chats people who asked for an agent in a chat
 */
public record DrillReport(
        int people,
        int come,
        Line all,
        Line chats,
        Map<String, Line> byReason,
        Map<String, Line> byLanguage,
        List<AgentLine> byAgent) {
    /**
     * @param offered callers who came into a queue
     * @param answered of those
     * @param abandoned of those, who gave up
     * @param serviceLevelPercent answered in time, of those who were answered or waited longer; 100 for nobody
     * @param meanWaitSeconds of those answered, as are the two further
     */
    public record Line(
            int offered,
            int answered,
            int abandoned,
            int serviceLevelPercent,
            double meanWaitSeconds,
            double medianWaitSeconds,
            double p90WaitSeconds,
            double longestWaitSeconds) {}

    /** @param seatNo of the agent */
    public record AgentLine(String seatNo, String name, int answered, int missed, double meanTalkSeconds) {}

    /**
     * One caller of the drill who came into a queue.
     *
     * @param waitSeconds until the answer or the end; so far, for who still waits
     */
    record Caller(String reason, String language, boolean answered, boolean over, double waitSeconds) {}

    static Line line(Collection<Caller> callers, double withinSeconds) {
        List<Double> waits = callers.stream()
                .filter(Caller::answered)
                .map(Caller::waitSeconds)
                .sorted()
                .toList();
        long inTime = waits.stream().filter(w -> w <= withinSeconds).count();
        long counted = callers.stream()
                .filter(c -> c.answered() || c.waitSeconds() > withinSeconds)
                .count();
        return new Line(
                callers.size(),
                waits.size(),
                (int) callers.stream().filter(c -> !c.answered() && c.over()).count(),
                counted == 0 ? 100 : (int) Math.round(100.0 * inTime / counted),
                round(waits.stream().mapToDouble(w -> w).average().orElse(0)),
                share(waits, 0.5),
                share(waits, 0.9),
                share(waits, 1));
    }

    static Map<String, Line> by(List<Caller> callers, Function<Caller, String> what, double withinSeconds) {
        Map<String, Line> lines = new TreeMap<>();
        callers.stream()
                .collect(Collectors.groupingBy(what))
                .forEach((name, own) -> lines.put(name, line(own, withinSeconds)));
        return lines;
    }

    /** The wait that this share of callers did not exceed (nearest rank). */
    private static double share(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : round(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }

    static double round(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
