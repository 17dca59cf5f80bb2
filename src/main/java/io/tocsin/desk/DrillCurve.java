package io.tocsin.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Who comes when: a pure function of the plan, its seed included. */
final class DrillCurve {
    private static final double SPREAD = 0.6;
    private static final int LEAST_PATIENCE = 5;
    private static final int MOST_PATIENCE = 3600;

    private DrillCurve() {}

    /** @param secondsIn after the start of the drill */
    record Arrival(double secondsIn, boolean chat, String reason, String language, int patienceSeconds) {}

    /**
     * People come independently of each other at the rate of the curve: candidates at the highest rate, each of whom stays
     * with the probability that the rate of their moment has (thinning, Lewis and Shedler 1979).
     */
    static List<Arrival> of(DrillPlan plan) {
        Random chance = new Random(plan.seed());
        List<Arrival> arrivals = new ArrayList<>();
        double most = plan.most();
        if (most <= 0) {
            return List.of();
        }
        double minute = plan.curve().getFirst().minute();
        while (true) {
            minute += -Math.log(1 - chance.nextDouble()) / most;
            if (minute > plan.minutes()) {
                return List.copyOf(arrivals);
            }
            boolean stays = chance.nextDouble() * most < plan.at(minute);
            Arrival arrival = new Arrival(
                    minute * 60,
                    chance.nextDouble() < plan.chatShare(),
                    drawn(plan.reasons(), chance),
                    drawn(plan.languages(), chance),
                    patience(plan.patienceSeconds(), chance));
            if (stays) {
                arrivals.add(arrival);
            }
        }
    }

    /** Most people wait about as long as the median, a few much longer. */
    private static int patience(int median, Random chance) {
        return (int) Math.clamp(
                Math.round(median * Math.exp(SPREAD * chance.nextGaussian())), LEAST_PATIENCE, MOST_PATIENCE);
    }

    private static String drawn(Map<String, Integer> weights, Random chance) {
        TreeMap<String, Integer> ordered = new TreeMap<>(weights);
        int left = chance.nextInt(
                ordered.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<String, Integer> weight : ordered.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
