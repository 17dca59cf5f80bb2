package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a sending is, for a person to see.
 *
 * @param path of the page with all deliveries
 * @param settled deliveries whose fate is known
 * @param why it stands as it does, where nobody wanted it so; null otherwise
 * @param figures of those states that a person watches, those without any included
 * @param reasons why deliveries did not arrive or are not known, the most frequent first
 */
record SendProgress(
        String path,
        Phrase state,
        String tone,
        Phrase why,
        long settled,
        long total,
        List<Bar> bars,
        List<Figure> figures,
        List<Reason> reasons) {
    private static final List<DeliveryState> WATCHED = List.of(
            DeliveryState.SENT,
            DeliveryState.DELIVERED,
            DeliveryState.FAILED,
            DeliveryState.UNKNOWN,
            DeliveryState.SUPPRESSED);

    record Bar(Phrase title, long count) {}

    record Figure(DeliveryState state, long count, String tone) {}

    record Reason(DeliveryState state, Phrase words, long count) {}

    static SendProgress of(Announcement a, Counts.Standing standing) {
        Map<DeliveryState, Long> states = standing.states();
        long total = states.values().stream().mapToLong(n -> n).sum();
        List<Bar> bars = new ArrayList<>();
        long settled = 0;
        for (DeliveryState state : DeliveryState.values()) {
            long count = states.getOrDefault(state, 0L);
            settled += isSettled(state) ? count : 0;
            if (count > 0) {
                bars.add(new Bar(state.words(), count));
            }
        }
        List<Figure> figures = WATCHED.stream()
                .map(state -> {
                    long count = states.getOrDefault(state, 0L);
                    return new Figure(state, count, count == 0 ? "" : tone(state));
                })
                .toList();
        return new SendProgress(
                "/console/centers/" + a.centerId() + "/announcements/" + a.id() + "/deliveries",
                a.state().words(),
                tone(a.state()),
                a.why(),
                settled,
                total,
                bars,
                figures,
                reasons(standing.reasons()));
    }

    /** Several codes of the carrier may mean the same to a person. */
    private static List<Reason> reasons(List<Counts.Reason> codes) {
        record Said(DeliveryState state, Phrase words) {}
        Map<Said, Long> counts = new LinkedHashMap<>();
        for (Counts.Reason reason : codes) {
            switch (reason.state()) {
                case FAILED, UNKNOWN, SUPPRESSED ->
                    counts.merge(new Said(reason.state(), Reasons.words(reason.code())), reason.count(), Long::sum);
                case PLANNED, ATTEMPTING, SENT, DELIVERED, HELD -> {
                    // an earlier attempt failed; it is on its way again
                }
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Reason(e.getKey().state(), e.getKey().words(), e.getValue()))
                .sorted(Comparator.comparingLong(Reason::count).reversed())
                .toList();
    }

    static String tone(AnnouncementState state) {
        return switch (state) {
            case DRAFT, CANCELLED -> "plain";
            case SUBMITTED, PAUSED -> "warn";
            case APPROVED, COMPLETED -> "good";
            case SCHEDULED, FIRST_SHARE, RUNNING -> "busy";
        };
    }

    static String tone(DeliveryState state) {
        return switch (state) {
            case DELIVERED -> "good";
            case FAILED -> "bad";
            case UNKNOWN, HELD -> "warn";
            case PLANNED, ATTEMPTING, SENT, SUPPRESSED -> "";
        };
    }

    private static boolean isSettled(DeliveryState state) {
        return switch (state) {
            case SENT, DELIVERED, FAILED, SUPPRESSED -> true;
            case PLANNED, ATTEMPTING, UNKNOWN, HELD -> false;
        };
    }
}
