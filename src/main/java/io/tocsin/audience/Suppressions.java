package io.tocsin.audience;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                        })
                        .toList());
        String[] hashed = hashed(contacts.values());
        List<UUID> hit = sql.list(
                """
                update recipient set suppressed_at = ? where suppressed_at is null and center_id = ? and (
                    id = any(?::uuid[]) or phone_hash = any(?::bytea[]) or email_hash = any(?::bytea[])) returning id""", row -> row.getObject(1, UUID.class), clock.instant(), centerId, ids(persons), hashed, hashed);
        audit.record(
                by,
                "suppression.added",
                subject(persons),
                centerId,
                Map.of("reason", reason, "recipients", hit.size()));
        suppressed.fire(new RecipientSuppressed(centerId, hit));
        return hit;
    }

    /** When whoever has this contact opted out; empty where they did not. */
    public Optional<Instant> since(UUID centerId, Contact contact) {
        return sql.first(
                "select at from suppression where center_id = ? and contact_hash = ?",
                row -> Sql.instant(row, "at"),
                centerId,
                hashes.contact(contact));
    }

    /**
     * Takes an opt-out back, for this contact and for those recipients who have no other contact that opted out.
     *
     * @param note who asked for it, how and when; goes into the audit log
     * @return how many recipients may be contacted again
     */
    @Transactional
    public int lift(UUID centerId, Contact contact, String by, String note) {
        locks.suppressing(centerId);
        return lift(centerId, List.of(contact), List.of(), by, note);
    }

    /** Takes a person's opt-out back, for all contacts of the person. */
    @Transactional
    public int lift(UUID centerId, UUID recipientId, String by, String note) {
        locks.suppressing(centerId);
        Map<String, Contact> contacts = new LinkedHashMap<>();
        recipients.read(centerId, List.of(recipientId)).forEach(r -> put(contacts, r));
        return lift(centerId, contacts.values(), List.of(recipientId), by, note);
    }

    private int lift(UUID centerId, Collection<Contact> contacts, List<UUID> persons, String by, String note) {
        String[] hashed = hashed(contacts);
        int lifted = sql.update(
                "delete from suppression where center_id = ? and contact_hash = any(?::bytea[])", centerId, hashed);
        int again = sql.update("""
                update recipient r set suppressed_at = null
                 where r.suppressed_at is not null and r.center_id = ?
                   and (r.id = any(?::uuid[]) or r.phone_hash = any(?::bytea[]) or r.email_hash = any(?::bytea[]))
                   and not exists (select 1 from suppression s where s.center_id = r.center_id
                        and s.contact_hash in (r.phone_hash, r.email_hash))""", centerId, ids(persons), hashed, hashed);
        audit.record(
                by,
                "suppression.lifted",
                subject(persons),
                centerId,
                Map.of("contacts", lifted, "recipients", again, "note", note));
        return again;
    }

    private static String subject(List<UUID> persons) {
        return persons.isEmpty() ? "a contact" : "recipients " + persons;
    }

    private static String[] ids(List<UUID> persons) {
        return persons.stream().map(UUID::toString).toArray(String[]::new);
    }

    private String[] hashed(Collection<Contact> contacts) {
        return contacts.stream()
                .map(c -> "\\x" + HexFormat.of().formatHex(hashes.contact(c)))
                .toArray(String[]::new);
    }

    /**
     * @param key of this entry in the list
     * @param contact in part, enough to recognise it
     */
    public record Entry(String key, String channel, String contact, SuppressionReason reason, String by, Instant at) {}

    /** @param after the last key of the page before; null for the first page */
    public List<Entry> list(UUID centerId, String after, int limit) {
        String[] from = after == null || !after.matches("[0-9TZ:.-]+_[0-9a-f]{32}") ? null : after.split("_");
        return sql.list(
                "select * from suppression where center_id = ? and (at, contact_hash) > (?::timestamptz, ?::bytea)"
                        + " order by at, contact_hash limit ?",
                row -> new Entry(
                        Sql.instant(row, "at") + "_" + HexFormat.of().formatHex(row.getBytes("contact_hash")),
                        row.getString("channel"),
                        inPart(keys.decrypt(centerId, row.getBytes("contact"), CONTEXT)),
                        SuppressionReason.valueOf(row.getString("reason")),
                        row.getString("by_whom"),
                        Sql.instant(row, "at")),
                centerId,
                from == null ? "-infinity" : from[0],
                from == null ? "" : "\\x" + from[1],
                limit);
    }

    /** +81*******78, t***@example.jp. */
    private static String inPart(String contact) {
        int at = contact.indexOf('@');
        return at > 0
                ? contact.charAt(0) + "***" + contact.substring(at)
                : contact.substring(0, 3) + "*".repeat(contact.length() - 5) + contact.substring(contact.length() - 2);
    }

    private static String channel(Contact contact) {
        return switch (contact) {
            case Contact.Phone phone -> "PHONE";
            case Contact.Email email -> "EMAIL";
        };
    }
}
