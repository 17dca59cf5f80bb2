package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How far a sending is, for a person to see.
 *
 * @param settled deliveries whose fate is known
 * @param why it stands as it does, where nobody wanted it so; null otherwise
 */
record SendProgress(Phrase state, String tone, Phrase why, long settled, long total, List<Bar> bars) {
    record Bar(Phrase title, long count) {}

    static SendProgress of(Announcement a, Map<DeliveryState, Long> states) {
        long total = states.values().stream().mapToLong(n -> n).sum();
        List<Bar> bars = new ArrayList<>();
        long settled = 0;
        for (DeliveryState state : DeliveryState.values()) {
            long count = states.getOrDefault(state, 0L);
            settled += isSettled(state) ? count : 0;
            if (count > 0) {
                bars.add(new Bar(words(state), count));
            }
        }
        return new SendProgress(a.state().words(), tone(a.state()), a.why(), settled, total, bars);
    }

    static String tone(AnnouncementState state) {
        return switch (state) {
            case DRAFT, CANCELLED -> "plain";
            case SUBMITTED, PAUSED -> "warn";
            case APPROVED, COMPLETED -> "good";
            case SCHEDULED, FIRST_SHARE, RUNNING -> "busy";
        };
    }

    private static boolean isSettled(DeliveryState state) {
        return switch (state) {
            case SENT, DELIVERED, FAILED, SUPPRESSED -> true;
            case PLANNED, ATTEMPTING, UNKNOWN, HELD -> false;
        };
    }

    private static Phrase words(DeliveryState state) {
        return switch (state) {
            case PLANNED -> Phrase.of("waiting", "送信待ち");
            case ATTEMPTING -> Phrase.of("being sent", "送信中");
            case SENT -> Phrase.of("sent", "送信済み");
            case DELIVERED -> Phrase.of("delivered", "到達");
            case FAILED -> Phrase.of("failed", "不達");
            case UNKNOWN -> Phrase.of("unknown: not sent again", "不明（再送しない）");
            case SUPPRESSED -> Phrase.of("opted out", "配信停止");
            case HELD -> Phrase.of("held for quiet hours", "夜間のため保留");
        };
    }
}
