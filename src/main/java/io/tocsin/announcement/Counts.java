package io.tocsin.announcement;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How an announcement stands, in numbers. Counting rests the longer the longer it takes: large lists cost no more. */
@ApplicationScoped
class Counts {
    private static final int REST = 15;

    private final Sql sql;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    Counts(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param states deliveries by state, letters included
     * @param reasons why deliveries did not arrive, or are not known, with how many
     * @param letters deliveries that wait for the letter file
     * @param toFallBack failed, and the next channel is not planned yet
     * @param retries planned, and not to be tried before a moment
     * @param oldestAttempt when the oldest attempt without an outcome was made or renewed; null for none
     * @param firstHeldEnds when the first of those held may go; null for none
     * @param lastReceiptless when the newest message was sent that has no receipt yet; null for none
     */
    record Standing(
            Map<DeliveryState, Long> states,
            List<Reason> reasons,
            long letters,
            long toFallBack,
            long retries,
            Instant oldestAttempt,
            Instant firstHeldEnds,
            Instant lastReceiptless) {
        long of(DeliveryState state) {
            return states.getOrDefault(state, 0L);
        }
    }

    /** @param code see {@link Reasons} */
    record Reason(DeliveryState state, String code, long count) {}

    private record Kept(Standing standing, long until) {}

    /** As of a moment ago. */
    Standing recent(UUID announcementId) {
        Kept known = kept.get(announcementId);
        return known != null && System.nanoTime() < known.until() ? known.standing() : now(announcementId);
    }

    Standing now(UUID announcementId) {
        long began = System.nanoTime();
        Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
        List<Reason> reasons = new ArrayList<>();
        long[] numbers = new long[3];
        Instant[] moments = new Instant[3];
        sql.list(
                """
                select state, reason, count(*) as n, count(*) filter (where channel = 'LETTER') as letters,
                    count(*) filter (where not fallen_back) as fresh, count(not_before) as later,
                    min(attempted_at) as first_attempt, max(attempted_at) filter (where channel = 'SMS') as last_attempt,
                    min(not_before) as first_due
                from delivery where announcement_id = ? group by state, reason\
                """,
                row -> {
                    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
                    states.merge(state, row.getLong("n"), Long::sum);
                    if (row.getString("reason") != null) {
                        reasons.add(new Reason(state, row.getString("reason"), row.getLong("n")));
                    }
                    if (state == DeliveryState.PLANNED) {
                        numbers[0] += row.getLong("letters");
                        numbers[2] += row.getLong("later");
                    } else if (state == DeliveryState.FAILED) {
                        numbers[1] += row.getLong("fresh");
                    } else if (state == DeliveryState.ATTEMPTING) {
                        moments[0] = earlier(moments[0], Sql.instant(row, "first_attempt"));
                    } else if (state == DeliveryState.HELD) {
                        moments[1] = earlier(moments[1], Sql.instant(row, "first_due"));
                    } else if (state == DeliveryState.SENT) {
                        moments[2] = later(moments[2], Sql.instant(row, "last_attempt"));
                    }
                    return null;
                },
                announcementId);
        Standing standing =
                new Standing(states, reasons, numbers[0], numbers[1], numbers[2], moments[0], moments[1], moments[2]);
        long now = System.nanoTime();
        if (kept.size() > 1_000) {
            kept.clear();
        }
        kept.put(announcementId, new Kept(standing, now + REST * (now - began)));
        return standing;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
