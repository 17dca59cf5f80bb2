package io.tocsin.site;

import io.tocsin.audience.Contact;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.inquiry.ContactInput;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Proving to be somebody whom the center knows, by a code sent to the telephone or mailbox that it knows. Whether it
 * knows it is not told: a stranger gets the same answer.
 */
@ApplicationScoped
class Challenges {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration HOUR = Duration.ofHours(1);

    private final Sql sql;
    private final CenterKeys keys;
    private final Recipients recipients;
    private final ContactInput contacts;
    private final SiteConfig config;
    private final Clock clock;

    Challenges(Sql sql, CenterKeys keys, Recipients recipients, ContactInput contacts, SiteConfig config, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.recipients = recipients;
        this.contacts = contacts;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param secret goes into the reader's form
     * @param to where the code is to be sent; empty where nobody has the contact, or it got too many already
     */
    record Begun(String secret, String code, Optional<Contact> to) {
        @Override
        public String toString() {
            return "a challenge";
        }
    }

    @Transactional
    public Begun begin(UUID centerId, String typed) {
        Contact contact = read(centerId, typed);
        String secret = random();
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        UUID recipient = contact == null ? null : only(centerId, contact);
        String hash = contact == null ? "" : keys.lookupHash(contact.value());
        boolean tooMany = sent(hash) >= config.challengesPerHour();
        Instant now = clock.instant();
        sql.update(
                "insert into site_challenge (id, center_id, recipient_id, contact_hash, secret_hash, code_hash, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Ids.next(now),
                centerId,
                tooMany ? null : recipient,
                hash,
                keys.lookupHash(secret),
                keys.lookupHash(secret + code),
                now.plus(config.challengeFor()));
        return new Begun(secret, code, recipient == null || tooMany ? Optional.empty() : Optional.of(contact));
    }

    private Contact read(UUID centerId, String typed) {
        try {
            return typed.contains("@") ? contacts.read(centerId, null, typed) : contacts.read(centerId, typed, null);
        } catch (ProblemException notAContact) {
            return null;
        }
    }

    private UUID only(UUID centerId, Contact contact) {
        List<UUID> having =
                switch (contact) {
                    case Contact.Phone phone -> recipients.byPhone(centerId, phone.value());
                    case Contact.Email email -> recipients.byEmail(centerId, email.value());
                };
        return having.size() == 1 ? having.getFirst() : null;
    }

    private int sent(String contactHash) {
        return sql.first(
                        "select count(*) from site_challenge where contact_hash = ? and expires_at > ?",
                        row -> row.getInt(1),
                        contactHash,
                        clock.instant().minus(HOUR).plus(config.challengeFor()))
                .orElse(0);
    }

    /** Whom the code proves; once, in time, and after few wrong tries. */
    @Transactional
    public Optional<UUID> prove(UUID centerId, String secret, String code) {
        Instant now = clock.instant();
        String secretHash = keys.lookupHash(secret);
        int open = sql.update(
                "update site_challenge set tries = tries + 1 where center_id = ? and secret_hash = ? and expires_at > ?"
                        + " and proved_at is null and tries < ?",
                centerId,
                secretHash,
                now,
                config.challengeTries());
        if (open == 0) {
            return Optional.empty();
        }
        return sql.first(
                "update site_challenge set proved_at = ? where center_id = ? and secret_hash = ? and code_hash = ?"
                        + " and recipient_id is not null returning recipient_id",
                row -> row.getObject(1, UUID.class),
                now,
                centerId,
                secretHash,
                keys.lookupHash(secret + code.replaceAll("[^0-9]", "")));
    }

    /** By the personal link of a message, whole or its end. */
    Optional<Recipient> byLink(UUID centerId, String link) {
        String code = link.strip().replaceAll(".*/", "").replaceAll("[?#].*", "");
        return recipients.byLinkCode(code).filter(r -> r.centerId().equals(centerId));
    }

    private static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
