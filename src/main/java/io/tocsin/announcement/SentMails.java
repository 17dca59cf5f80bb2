package io.tocsin.announcement;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** To whom an announcement's e-mail went, for those who answer it. */
@ApplicationScoped
public class SentMails {
    private final Sql sql;

    SentMails(Sql sql) {
        this.sql = sql;
    }

    public record Sent(UUID centerId, UUID recipientId) {}

    /** Its Message-ID holds the delivery's id: {@code <id@tocsin>}. */
    public Optional<Sent> of(UUID deliveryId) {
        return sql.first(
                "select a.center_id, d.recipient_id from delivery d join announcement a on a.id = d.announcement_id"
                        + " where d.id = ? and d.channel = 'EMAIL'",
                row -> new Sent(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                deliveryId);
    }
}
