package io.tocsin.inquiry;

import io.tocsin.announcement.ReplyReceived;
import io.tocsin.event.NewEvent;
import io.tocsin.event.Outbox;
import io.tocsin.event.Topic;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what people turn to the center with. */
@ApplicationScoped
class Inquiries {
    private static final String BODY = "inquiry.body";

    private final Sql sql;
    private final CenterKeys keys;
    private final Outbox outbox;
    private final Clock clock;

    Inquiries(Sql sql, CenterKeys keys, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param recipient whom we know by this contact; null for nobody */
    public record Inquiry(UUID id, UUID recipient, String channel, String state, String body, Instant receivedAt) {}

    /** In the transaction that takes the reply; the same reply twice is one inquiry. */
    void opened(@Observes ReplyReceived reply) {
        UUID id = Ids.next(clock.instant());
        int added = sql.update(
                "insert into inquiry (id, center_id, recipient_id, channel, contact_hash, body_encrypted, vendor_id,"
                        + " received_at) values (?, ?, ?, 'SMS', ?, ?, ?, ?) on conflict do nothing",
                id,
                reply.centerId(),
                reply.recipientId(),
                keys.lookupHash(reply.from()),
                keys.encrypt(reply.centerId(), reply.body(), BODY),
                reply.messageSid(),
                clock.instant());
        if (added == 1) {
            outbox.add(new NewEvent(
                    Topic.INQUIRY,
                    id.toString(),
                    "inquiry.opened",
                    Map.of("inquiry", id, "center", reply.centerId(), "channel", "SMS")));
        }
    }

    /** Newest first. */
    List<Inquiry> page(UUID centerId, UUID before, int limit) {
        return sql.list(
                "select * from inquiry where center_id = ? and id < ? order by id desc limit ?",
                row -> new Inquiry(
                        row.getObject("id", UUID.class),
                        row.getObject("recipient_id", UUID.class),
                        row.getString("channel"),
                        row.getString("state"),
                        keys.decrypt(centerId, row.getBytes("body_encrypted"), BODY),
                        Sql.instant(row, "received_at")),
                centerId,
                before == null ? new UUID(-1, -1) : before,
                limit);
    }
}
