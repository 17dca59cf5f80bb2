package io.tocsin.announcement;

import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Settles what is unknown by the carrier's own list: a message to the same number, with the same words (they hold a link
 * of the recipient alone), from the time of the attempt on. What is twice not there was never taken and may be sent.
 */
@ApplicationScoped
class Lookups {
    /** After so many looks nothing more can be found out by itself. */
    static final int LOOKS = 4;

    private static final Logger LOG = Logger.getLogger(Lookups.class);
    private static final int AT_ONCE = 20;

    private final Sql sql;
    private final DeliveryLedger ledger;
    private final Messages messages;
    private final Recipients recipients;
    private final TextsOfAnnouncements texts;
    private final AnnouncementConfig config;
    private final Clock clock;

    Lookups(
            Sql sql,
            DeliveryLedger ledger,
            Messages messages,
            Recipients recipients,
            TextsOfAnnouncements texts,
            AnnouncementConfig config,
            Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.messages = messages;
        this.recipients = recipients;
        this.texts = texts;
        this.config = config;
        this.clock = clock;
    }

    private record Lost(
            UUID id,
            UUID recipientId,
            UUID centerId,
            Mode mode,
            String notice,
            int factsVersion,
            Instant at,
            int looks) {}

    /** Looks after what is due; each is taken by one process. */
    void once() {
        List<Lost> due;
        do {
            due = due();
            due.forEach(this::look);
        } while (due.size() == AT_ONCE);
    }

    /** The look is counted before it is taken: one that crashes is not taken for ever. */
    private List<Lost> due() {
        Instant now = clock.instant();
        return sql.list(
                """
                update delivery d set looks = d.looks + 1, not_before = ?
                from announcement a where a.id = d.announcement_id and d.id in (
                    select u.id from announcement o join delivery u on u.announcement_id = o.id
                    where o.state in ('FIRST_SHARE', 'RUNNING', 'PAUSED', 'CANCELLED') and u.state = 'UNKNOWN'
                        and u.channel = 'SMS' and u.looks < ? and coalesce(u.not_before, u.attempted_at + ?::interval) <= ?
                        and (o.ended_at is null or o.ended_at > ?)
                    limit ? for update of u skip locked)
                returning d.id, d.recipient_id, a.center_id, a.mode, a.notice, d.facts_version, d.attempted_at, d.looks""",
                row -> new Lost(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Mode.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getInt(6),
                        Sql.instant(row, "attempted_at"),
                        row.getInt(8)),
                now.plus(config.secondLook()),
                LOOKS,
                config.firstLook().toMillis() + " milliseconds",
                now,
                now.minus(1, ChronoUnit.DAYS),
                AT_ONCE);
    }

    private void look(Lost lost) {
        try {
            Recipient recipient = recipients.read(lost.centerId(), List.of(lost.recipientId())).stream()
                    .findFirst()
                    .orElse(null);
            if (recipient == null || recipient.phone() == null) {
                return;
            }
            String body = texts.of(lost.centerId(), lost.notice(), lost.factsVersion())
                    .render(Channel.SMS, recipient)
                    .body();
            Optional<Messages.Listed> found = messages
                    .sentTo(
                            lost.mode(),
                            recipient.phone().e164(),
                            lost.at().minusSeconds(2).truncatedTo(ChronoUnit.SECONDS))
                    .stream()
                    .filter(m -> m.body().equals(body) && isNobodyElses(m.sid(), lost.id()))
                    .findFirst();
            if (found.isPresent()) {
                settle(lost, found.get());
            } else if (lost.looks() >= 2) {
                neverSent(lost);
            }
        } catch (VendorFailure | SQLException | UnsendableException | Sql.DatabaseException e) {
            LOG.warnf("an unknown message could not be looked up delivery=%s cause=%s", lost.id(), e.getMessage());
            sql.update("update delivery set looks = looks - 1 where id = ? and state = 'UNKNOWN'", lost.id());
        }
    }

    private boolean isNobodyElses(String sid, UUID deliveryId) {
        return sql.first(
                        "select 1 from delivery d where d.vendor_id = ? and d.id <> ? and d.recipient_id ="
                                + " (select recipient_id from delivery where id = ?)",
                        row -> true,
                        sid,
                        deliveryId,
                        deliveryId)
                .isEmpty();
    }

    private void settle(Lost lost, Messages.Listed listed) throws SQLException {
        Report report = Report.of(lost.id(), listed.status(), Integer.toString(listed.errorCode()), listed.sid());
        if (report != null) {
            ledger.report(lost.mode(), List.of(report));
        }
    }

    /** The carrier's list is proof: it never took the message. */
    private void neverSent(Lost lost) {
        sql.update(
                "update delivery set state = 'PLANNED', reason = null, not_before = null, looks = 0"
                        + " where id = ? and state = 'UNKNOWN'",
                lost.id());
    }
}
