package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of each message of an announcement, page by page. Nobody's address is in it. */
@ApplicationScoped
class Deliveries {
    private final Sql sql;

    Deliveries(Sql sql) {
        this.sql = sql;
    }

    /**
     * What became of one message.
     *
     * @param reason why it did not arrive, or is not known; null otherwise
     * @param notBefore held or waiting until then; null otherwise
     */
    public record Delivery(
            UUID id,
            UUID recipient,
            Channel channel,
            DeliveryState state,
            String code,
            Phrase reason,
            int factsVersion,
            Integer segments,
            Instant notBefore,
            Instant attemptedAt,
            Instant settledAt) {}

    /** @param next id to pass as {@code after} for the next page; null on the last */
    public record Page(List<Delivery> deliveries, UUID next) {}

    /**
     * Recipient by recipient, in the order of the ledger's own index.
     *
     * @param state null for all
     * @param after id of the last one seen; null, or what is none of this announcement, for the first page
     */
    Page page(UUID announcementId, DeliveryState state, UUID after, int size) {
        StringBuilder select = new StringBuilder("select * from delivery where announcement_id = ?");
        List<Object> arguments = new ArrayList<>(List.of(announcementId));
        last(announcementId, after).ifPresent(last -> {
            select.append(" and (recipient_id, channel) > (?, ?)");
            arguments.addAll(List.of(last.recipient(), last.channel()));
        });
        if (state != null) {
            select.append(" and state = ?");
            arguments.add(state);
        }
        arguments.add(size + 1);
        List<Delivery> found = sql.list(
                select.append(" order by recipient_id, channel limit ?").toString(),
                Deliveries::read,
                arguments.toArray());
        boolean more = found.size() > size;
        List<Delivery> shown = more ? found.subList(0, size) : found;
        return new Page(shown, more ? shown.getLast().id() : null);
    }

    private Optional<Delivery> last(UUID announcementId, UUID after) {
        return after == null
                ? Optional.empty()
                : sql.first(
                        "select * from delivery where id = ? and announcement_id = ?",
                        Deliveries::read,
                        after,
                        announcementId);
    }

    private static Delivery read(ResultSet row) throws SQLException {
        String code = row.getString("reason");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                code,
                code == null ? null : Reasons.words(code),
                row.getInt("facts_version"),
                row.getObject("segments", Integer.class),
                Sql.instant(row, "not_before"),
                Sql.instant(row, "attempted_at"),
                Sql.instant(row, "settled_at"));
    }
}
