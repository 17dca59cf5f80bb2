package io.tocsin.audience;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who has opted out. An opt-out by one contact is one on every channel: all contacts of the persons who have that contact
 * are kept, and whoever has one of those is left in peace from the commit on.
 */
@ApplicationScoped
public class Suppressions {
    private static final String CONTEXT = "suppression.contact";

    private final Sql sql;
    private final Clock clock;
    private final Hashes hashes;
    private final CenterKeys keys;
    private final Recipients recipients;
    private final AudienceLocks locks;
    private final AuditLog audit;
    private final Event<RecipientSuppressed> suppressed;

    Suppressions(
            Sql sql,
            Clock clock,
            Hashes hashes,
            CenterKeys keys,
            Recipients recipients,
            AudienceLocks locks,
            AuditLog audit,
            Event<RecipientSuppressed> suppressed) {
        this.sql = sql;
        this.clock = clock;
        this.hashes = hashes;
        this.keys = keys;
        this.recipients = recipients;
        this.locks = locks;
        this.audit = audit;
        this.suppressed = suppressed;
    }

    /** @return those who are left in peace from now on and were not before */
    @Transactional
    public List<UUID> add(UUID centerId, Contact contact, SuppressionReason reason, String by) {
        locks.suppressing(centerId);
        Map<String, Contact> contacts = new LinkedHashMap<>(Map.of(contact.value(), contact));
        List<UUID> having =
                switch (contact) {
                    case Contact.Phone phone -> recipients.byPhone(centerId, phone.value());
                    case Contact.Email email -> recipients.byEmail(centerId, email.value());
                };
        recipients.read(centerId, having).forEach(r -> put(contacts, r));
        return keep(centerId, contacts, having, reason, by);
    }

    /** By the person, with all contacts; see {@link #add(UUID, Contact, SuppressionReason, String)}. */
    @Transactional
    public List<UUID> add(UUID centerId, UUID recipientId, SuppressionReason reason, String by) {
        locks.suppressing(centerId);
        Map<String, Contact> contacts = new LinkedHashMap<>();
        recipients.read(centerId, List.of(recipientId)).forEach(r -> put(contacts, r));
        return keep(centerId, contacts, List.of(recipientId), reason, by);
    }

    private static void put(Map<String, Contact> contacts, Recipient recipient) {
        Contact.of(recipient.phone(), recipient.email()).forEach(c -> contacts.put(c.value(), c));
    }

    private List<UUID> keep(
            UUID centerId, Map<String, Contact> contacts, List<UUID> persons, SuppressionReason reason, String by) {
        keys.create(centerId);
        sql.batch(
                "insert into suppression (center_id, contact_hash, contact, channel, reason, by_whom, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                contacts.values().stream()
                        .map(c -> new Object[] {
                            centerId,
                            hashes.contact(c),
                            keys.encrypt(centerId, c.value(), CONTEXT),
                            channel(c),
                            reason.name(),
                            by,
                            java.time.OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                        })
                        .toList());
        String[] hashed =
                contacts.values().stream().map(c -> hex(hashes.contact(c))).toArray(String[]::new);
        List<UUID> hit = sql.list(
                """
                update recipient set suppressed_at = ? where suppressed_at is null and center_id = ? and (
                    id = any(?::uuid[]) or phone_hash = any(?::bytea[]) or email_hash = any(?::bytea[])) returning id""",
                row -> row.getObject(1, UUID.class),
                clock.instant(),
                centerId,
                persons.stream().map(UUID::toString).toArray(String[]::new),
                hashed,
                hashed);
        audit.record(
                by,
                "suppression.added",
                persons.isEmpty() ? "a contact" : "recipients " + persons,
                centerId,
                Map.of("reason", reason, "recipients", hit.size()));
        suppressed.fire(new RecipientSuppressed(centerId, hit));
        return hit;
    }

    static String channel(Contact contact) {
        return switch (contact) {
            case Contact.Phone phone -> "PHONE";
            case Contact.Email email -> "EMAIL";
        };
    }

    static String hex(byte[] hash) {
        return "\\x" + java.util.HexFormat.of().formatHex(hash);
    }
}
