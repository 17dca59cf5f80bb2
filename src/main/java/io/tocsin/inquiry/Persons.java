package io.tocsin.inquiry;

import io.tocsin.audience.Contact;
import io.tocsin.audience.Recipients;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the one thread of a person, or begins it. */
@ApplicationScoped
class Persons {
    static final String CONTACT = "thread.contact";

    private final Sql sql;
    private final CenterKeys keys;
    private final Recipients recipients;
    private final Clock clock;

    Persons(Sql sql, CenterKeys keys, Recipients recipients, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.recipients = recipients;
        this.clock = clock;
    }

    record Place(UUID thread, UUID recipient) {}

    /**
     * In the surrounding transaction.
     *
     * @param contact null where nobody knows
     * @param other another way to reach the same person; null for none
     * @param recipient null to look by the contacts
     */
    Place threadOf(UUID centerId, Contact contact, Contact other, UUID recipient) {
        UUID who = recipient != null ? recipient : only(centerId, contact);
        if (who == null && other != null) {
            who = only(centerId, other);
        }
        return threadOf(centerId, contact, other, hash(contact), hash(other), who);
    }

    private String hash(Contact contact) {
        return contact == null ? null : keys.lookupHash(contact.value());
    }

    private Place threadOf(UUID centerId, Contact contact, Contact other, String hash, String otherHash, UUID who) {
        if (who != null || hash != null) {
            String person = centerId + " " + (who != null ? who : hash);
            sql.first("select pg_advisory_xact_lock(hashtextextended(?, 11))", row -> true, person);
        }
        Optional<UUID> known = who != null ? ofRecipient(centerId, who) : Optional.empty();
        if (known.isEmpty() && hash != null) {
            known = ofContact(centerId, hash, who);
        }
        if (known.isEmpty() && otherHash != null) {
            known = ofContact(centerId, otherHash, who);
        }
        UUID thread = known.orElseGet(() -> begin(centerId, who));
        if (who != null) {
            sql.update("update inquiry_thread set recipient_id = ? where id = ? and recipient_id is null", who, thread);
        }
        if (contact != null) {
            keep(centerId, thread, contact, hash);
        }
        if (other != null) {
            keep(centerId, thread, other, otherHash);
        }
        UUID recipientOfThread = who != null ? who : recipientOf(thread);
        return new Place(thread, recipientOfThread);
    }

    Place known(UUID centerId, UUID thread) {
        return sql.first(
                        "select id, recipient_id from inquiry_thread where center_id = ? and id = ?",
                        row -> new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        centerId,
                        thread)
                .orElseThrow();
    }

    /** A number that several share tells of nobody. */
    private UUID only(UUID centerId, Contact contact) {
        List<UUID> having =
                switch (contact) {
                    case null -> List.of();
                    case Contact.Phone phone -> recipients.byPhone(centerId, phone.value());
                    case Contact.Email email -> recipients.byEmail(centerId, email.value());
                };
        return having.size() == 1 ? having.getFirst() : null;
    }

    private Optional<UUID> ofRecipient(UUID centerId, UUID recipient) {
        return sql.first(
                "select id from inquiry_thread where center_id = ? and recipient_id = ?",
                row -> row.getObject(1, UUID.class),
                centerId,
                recipient);
    }

    /** Not a thread that is known to be somebody else's. */
    private Optional<UUID> ofContact(UUID centerId, String hash, UUID recipient) {
        return sql.first(
                "select t.id from thread_contact c join inquiry_thread t on t.id = c.thread_id"
                        + " where c.center_id = ? and c.contact_hash = ?"
                        + " and (t.recipient_id is null or ?::uuid is null or t.recipient_id = ?::uuid)",
                row -> row.getObject(1, UUID.class),
                centerId,
                hash,
                recipient,
                recipient);
    }

    private UUID begin(UUID centerId, UUID recipient) {
        UUID id = Ids.next(clock.instant());
        sql.update(
                "insert into inquiry_thread (id, center_id, recipient_id, begun_at) values (?, ?, ?, ?)",
                id,
                centerId,
                recipient,
                clock.instant());
        return id;
    }

    private void keep(UUID centerId, UUID thread, Contact contact, String hash) {
        String kind =
                switch (contact) {
                    case Contact.Phone phone -> "PHONE";
                    case Contact.Email email -> "EMAIL";
                };
        sql.update(
                "insert into thread_contact (center_id, contact_hash, thread_id, kind, contact_encrypted)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing",
                centerId,
                hash,
                thread,
                kind,
                keys.encrypt(centerId, contact.value(), CONTACT));
    }

    private UUID recipientOf(UUID thread) {
        return sql
                .list(
                        "select recipient_id from inquiry_thread where id = ? and recipient_id is not null",
                        row -> row.getObject(1, UUID.class),
                        thread)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
