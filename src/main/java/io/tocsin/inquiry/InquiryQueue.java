package io.tocsin.inquiry;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A center's inquiries, page by page: what is not over in the order in which it is to be taken, the rest newest first. */
@ApplicationScoped
class InquiryQueue {
    /** Escalated first, then by priority, then whose turn it is. Chats that the FAQ still answers wait for nobody. */
    private static final String TURN = "((state <> 'ESCALATED')::int, -priority, coalesce(due_at, received_at), id)";

    private static final String OF_THE_BOT =
            "exists (select 1 from chat c where c.inquiry_id = inquiry.id and c.state = 'BOT')";

    private final Sql sql;
    private final InquiryTable table;
    private final Clock clock;

    InquiryQueue(Sql sql, InquiryTable table, Clock clock) {
        this.sql = sql;
        this.table = table;
        this.clock = clock;
    }

    /** @param next to be passed as {@code after} for the next page; null on the last */
    record Page(List<Inquiry> inquiries, String next) {
        /** Another one where what is shown has changed. */
        int print() {
            return Objects.hash(
                    next,
                    inquiries.stream().map(i -> List.of(i.id(), i.version())).toList());
        }
    }

    /**
     * @param cleared whether the reader may have personal data; else what needs it is left out
     * @param after end of the page before; null, or what is none, for the first page
     */
    Page page(UUID centerId, boolean cleared, InquiryFilter filter, String after, int limit) {
        List<Object> arguments = new ArrayList<>(List.of(centerId, cleared));
        StringBuilder where = new StringBuilder("center_id = ? and (? or not personal_data)");
        narrow(filter, where, arguments);
        Turn from = Turn.of(after);
        if (filter.isOver()) {
            if (from != null) {
                where.append(" and id < ?");
                arguments.add(from.id());
            }
            where.append(" order by id desc limit ?");
        } else {
            if (from != null) {
                where.append(" and ").append(TURN).append(" > (?, ?, ?, ?)");
                arguments.addAll(List.of(from.rank(), from.urgency(), from.at(), from.id()));
            }
            where.append(" order by ").append(TURN).append(" limit ?");
        }
        arguments.add(limit + 1);
        List<Inquiry> found = table.list(where.toString(), arguments.toArray()).stream()
                .map(i -> cleared ? i : i.withoutPersonalData())
                .toList();
        boolean more = found.size() > limit;
        List<Inquiry> shown = more ? found.subList(0, limit) : found;
        return new Page(shown, more ? Turn.of(shown.getLast()).toString() : null);
    }

    private void narrow(InquiryFilter filter, StringBuilder where, List<Object> arguments) {
        if (filter.state() == null) {
            where.append(" and state <> 'RESOLVED'");
        } else {
            where.append(" and state = ?");
            arguments.add(filter.state());
        }
        if (!filter.isOver()) {
            where.append(" and not ").append(OF_THE_BOT);
        }
        if (InquiryFilter.NO_REASON.equals(filter.reason())) {
            where.append(" and reason is null");
        } else if (filter.reason() != null) {
            where.append(" and reason = ?");
            arguments.add(filter.reason());
        }
        if (filter.channel() != null) {
            where.append(" and channel = ?");
            arguments.add(filter.channel());
        }
        if (filter.overdue()) {
            where.append(" and state <> 'RESOLVED' and due_at < ?");
            arguments.add(clock.instant());
        }
    }

    /** @param overdue follow-ups whose time is past */
    record Standing(Map<InquiryState, Long> states, long overdue) {
        public long of(InquiryState state) {
            return states.getOrDefault(state, 0L);
        }

        public List<InquiryState> notOver() {
            return Arrays.stream(InquiryState.values())
                    .filter(state -> state != InquiryState.RESOLVED)
                    .toList();
        }

        public long all() {
            return states.values().stream().mapToLong(n -> n).sum();
        }
    }

    /** How many are where, of those that are not over. */
    Standing standing(UUID centerId, boolean cleared) {
        Map<InquiryState, Long> states = new EnumMap<>(InquiryState.class);
        long[] overdue = new long[1];
        sql.list(
                "select state, count(*) as n, count(*) filter (where due_at < ?) as late from inquiry where center_id = ?"
                        + " and (? or not personal_data) and state <> 'RESOLVED' and not " + OF_THE_BOT
                        + " group by state",
                row -> {
                    overdue[0] += row.getLong("late");
                    return states.put(InquiryState.valueOf(row.getString("state")), row.getLong("n"));
                },
                clock.instant(),
                centerId,
                cleared);
        return new Standing(states, overdue[0]);
    }

    /** Where an inquiry stands in the queue. What moves meanwhile may be seen twice or later, never by somebody else. */
    private record Turn(int rank, int urgency, Instant at, UUID id) {
        static Turn of(Inquiry i) {
            return new Turn(
                    i.state() == InquiryState.ESCALATED ? 0 : 1,
                    -i.priority(),
                    i.dueAt() == null ? i.receivedAt() : i.dueAt(),
                    i.id());
        }

        /** Null for nothing, and for what no page of ours wrote. */
        static Turn of(String written) {
            String[] parts = written == null ? new String[0] : written.split("_");
            try {
                return parts.length != 4
                        ? null
                        : new Turn(
                                Integer.parseInt(parts[0]),
                                Integer.parseInt(parts[1]),
                                Instant.parse(parts[2]),
                                UUID.fromString(parts[3]));
            } catch (IllegalArgumentException | DateTimeException notOurs) {
                return null;
            }
        }

        @Override
        public String toString() {
            return rank + "_" + urgency + "_" + at + "_" + id;
        }
    }
}
