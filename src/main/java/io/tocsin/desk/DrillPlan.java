package io.tocsin.desk;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who is to come in a drill. The same plan brings the same people at the same moments.
 *
 * @param seed of the chance in it
 * @param curve people per minute over time, straight from point to point; the last one ends the drill
 * @param reasons weight by reason of the telephone script ({@code return: 3})
 * @param languages weight by language of the center
 * @param chatShare share of people who chat instead of calling, from 0 to 1
 * @param patienceSeconds what half of the people wait at most before they give up
 */
public record DrillPlan(
        long seed,
        List<Point> curve,
        Map<String, Integer> reasons,
        Map<String, Integer> languages,
        double chatShare,
        int patienceSeconds) {
    static final int LONGEST_MINUTES = 240;
    static final double MOST_PER_MINUTE = 120;

    /** @param minute after the start */
    public record Point(double minute, double perMinute) {}

    public DrillPlan {
        curve = curve == null ? List.of() : List.copyOf(curve);
        reasons = reasons == null ? Map.of() : Map.copyOf(reasons);
        languages = languages == null ? Map.of() : Map.copyOf(languages);
        patienceSeconds = patienceSeconds == 0 ? 180 : patienceSeconds;
    }

    double minutes() {
        return curve.isEmpty() ? 0 : curve.getLast().minute();
    }

    double most() {
        return curve.stream().mapToDouble(Point::perMinute).max().orElse(0);
    }

    /** People per minute at a moment of the drill. */
    double at(double minute) {
        for (int i = 1; i < curve.size(); i++) {
            Point from = curve.get(i - 1);
            Point to = curve.get(i);
            if (minute >= from.minute() && minute <= to.minute()) {
                double span = to.minute() - from.minute();
                double part = span == 0 ? 1 : (minute - from.minute()) / span;
                return from.perMinute() + part * (to.perMinute() - from.perMinute());
            }
        }
        return 0;
    }

    /** Everything that is wrong with it, for a center with these reasons and languages. */
    List<Violation> violations(Collection<String> knownReasons, Collection<String> knownLanguages) {
        List<Violation> wrong = new ArrayList<>();
        if (curve.size() < 2 || !rises()) {
            wrong.add(Violation.of(
                    "curve",
                    "Give at least two points, each later than the one before, beginning at minute 0 or later.",
                    "時刻の昇順で2点以上を指定してください（0分以降）。"));
        }
        if (minutes() > LONGEST_MINUTES) {
            wrong.add(Violation.of("curve", "A drill lasts at most 240 minutes.", "訓練は最長240分です。"));
        }
        if (most() > MOST_PER_MINUTE || curve.stream().anyMatch(p -> p.perMinute() < 0)) {
            wrong.add(Violation.of("curve", "Give 0 to 120 people per minute.", "1分あたり0～120人で指定してください。"));
        }
        unknown("reasons", reasons, knownReasons, wrong);
        unknown("languages", languages, knownLanguages, wrong);
        if (chatShare < 0 || chatShare > 1) {
            wrong.add(Violation.of("chatShare", "Give a share from 0 to 1.", "0～1の割合で指定してください。"));
        }
        if (patienceSeconds < 5 || patienceSeconds > 3600) {
            wrong.add(Violation.of("patienceSeconds", "Give 5 to 3600 seconds.", "5～3600秒で指定してください。"));
        }
        return wrong;
    }

    private boolean rises() {
        double last = -1;
        for (Point point : curve) {
            if (point.minute() <= last || point.minute() < 0) {
                return false;
            }
            last = point.minute();
        }
        return true;
    }

    private static void unknown(
            String field, Map<String, Integer> weights, Collection<String> known, List<Violation> wrong) {
        if (weights.values().stream().mapToInt(w -> Math.max(0, w)).sum() == 0
                || weights.values().stream().anyMatch(w -> w < 0)) {
            wrong.add(Violation.of(
                    field, "Give weights of 0 or more, at least one above 0.", "0以上の重みを指定し、1つ以上を正の値にしてください。"));
        }
        weights.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> wrong.add(new Violation(
                        field,
                        Phrase.of("'%s' is not known here; known are: %s", "「%s」はここでは使えません。使えるもの: %s")
                                .with(name, String.join(", ", known)))));
    }
}
