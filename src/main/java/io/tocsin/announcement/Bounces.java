package io.tocsin.announcement;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads delivery status notifications (RFC 3464): which of our messages came back, and whether for good. */
@ApplicationScoped
public class Bounces {
    /** Our Message-ID, as the returned headers or a reference carry it. */
    private static final Pattern OURS = Pattern.compile(
            "<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@tocsin>", Pattern.CASE_INSENSITIVE);

    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z-]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245])\\.\\d{1,3}\\.\\d{1,3}");

    private final Sql sql;
    private final AnnouncementService service;
    private final Clock clock;

    Bounces(Sql sql, AnnouncementService service, Clock clock) {
        this.sql = sql;
        this.service = service;
        this.clock = clock;
    }

    /** What a notification says of one message. */
    enum Word {
        FAILED,
        DELIVERED,
        /** Not arrived yet, or nothing that matters here. */
        WAIT
    }

    record Bounce(UUID deliveryId, Word word) {}

    /** @return empty where it is no notification about a message of ours */
    static Optional<Bounce> read(String mail) {
        Matcher id = OURS.matcher(mail);
        Matcher action = ACTION.matcher(mail);
        if (!id.find() || !action.find()) {
            return Optional.empty();
        }
        Matcher status = STATUS.matcher(mail);
        boolean permanent = !status.find() || status.group(1).equals("5");
        Word word =
                switch (action.group(1).toLowerCase(Locale.ROOT)) {
                    case "failed" -> permanent ? Word.FAILED : Word.WAIT;
                    case "delivered", "relayed", "expanded" -> Word.DELIVERED;
                    default -> Word.WAIT;
                };
        return Optional.of(new Bounce(UUID.fromString(id.group(1)), word));
    }

    /** A permanent failure goes on to the next channel; twice the same changes nothing. @return whether it was ours */
    @Transactional
    public boolean take(String mail) {
        Optional<Bounce> bounce = read(mail);
        Optional<Owner> owner = bounce.flatMap(b -> owner(b.deliveryId()));
        if (owner.isEmpty()) {
            return false;
        }
        UUID id = bounce.get().deliveryId();
        switch (bounce.get().word()) {
            case FAILED -> {
                sql.update(
                        "update delivery set state = 'FAILED', reason = ?, settled_at = ? where id = ?"
                                + " and channel = 'EMAIL' and state <> 'FAILED'",
                        Reasons.BOUNCE,
                        clock.instant(),
                        id);
                service.reopen(owner.get().centerId(), owner.get().announcementId());
            }
            case DELIVERED ->
                sql.update(
                        "update delivery set state = 'DELIVERED', reason = null, settled_at = ? where id = ?"
                                + " and channel = 'EMAIL' and state in ('SENT', 'UNKNOWN', 'ATTEMPTING')",
                        clock.instant(),
                        id);
            case WAIT -> {}
        }
        return true;
    }

    private record Owner(UUID centerId, UUID announcementId) {}

    private Optional<Owner> owner(UUID deliveryId) {
        return sql.first(
                "select a.center_id, a.id from delivery d join announcement a on a.id = d.announcement_id where d.id ="
                        + " ?",
                row -> new Owner(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                deliveryId);
    }
}
