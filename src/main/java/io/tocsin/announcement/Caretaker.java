package io.tocsin.announcement;

import io.tocsin.audience.SuppressionReason;
import io.tocsin.audience.Suppressions;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What an announcement under way needs from time to time, each act safe to repeat. */
@ApplicationScoped
class Caretaker {
    private final Announcements announcements;
    private final AnnouncementService service;
    private final Moves moves;
    private final Planning planning;
    private final Chunks chunks;
    private final Waves waves;
    private final Counts counts;
    private final Suppressions suppressions;
    private final Event<SendGate.Closed> closed;
    private final AnnouncementConfig config;
    private final Sql sql;
    private final Clock clock;

    Caretaker(
            Announcements announcements,
            AnnouncementService service,
            Moves moves,
            Planning planning,
            Chunks chunks,
            Waves waves,
            Counts counts,
            Suppressions suppressions,
            Event<SendGate.Closed> closed,
            AnnouncementConfig config,
            Sql sql,
            Clock clock) {
        this.announcements = announcements;
        this.service = service;
        this.moves = moves;
        this.planning = planning;
        this.chunks = chunks;
        this.waves = waves;
        this.counts = counts;
        this.suppressions = suppressions;
        this.closed = closed;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    void startIfDue(Announcement seen) {
        if (seen.startsAt() == null || seen.startsAt().isAfter(clock.instant())) {
            return;
        }
        Announcement a = announcements.lock(seen.centerId(), seen.id());
        if (a.state() != AnnouncementState.SCHEDULED) {
            return;
        }
        try {
            service.start(a.centerId(), a.id(), a.earlyReason(), Moves.TOCSIN);
        } catch (ProblemException e) {
            Phrase why = e.problem().detail();
            if (a.why() == null || !a.why().en().equals(why.en())) {
                sql.update("update announcement set why_en = ?, why_ja = ? where id = ?", why.en(), why.ja(), a.id());
            }
        }
    }

    /** In the surrounding transaction; nobody else looks after this announcement meanwhile. */
    void lookAfter(UUID centerId, UUID id) {
        Announcement a = announcements.get(centerId, id);
        Counts.Standing standing = counts.now(id);
        Instant now = clock.instant();
        if (standing.oldestAttempt() != null && standing.oldestAttempt().isBefore(now.minus(config.attemptLease()))) {
            loseTrackOf(id, now);
        }
        if (!a.state().sends()) {
            return;
        }
        if (standing.firstHeldEnds() != null && !standing.firstHeldEnds().isAfter(now)) {
            sql.update(
                    "update delivery set state = 'PLANNED', not_before = null where announcement_id = ?"
                            + " and state = 'HELD' and not_before <= ?",
                    id,
                    now);
        }
        if (standing.toFallBack() > 0) {
            keepOptOuts(a);
        }
        boolean fellBack = standing.toFallBack() > 0 && planning.fallBack(a) > 0;
        if (standing.of(DeliveryState.PLANNED) + standing.of(DeliveryState.HELD) > standing.letters()) {
            chunks.reopen(id);
            chunks.tellAgain(id, now.minus(config.standstill()));
        }
        // from here on with the announcement locked, as a person may move it at the same moment
        Announcement locked = announcements.lock(centerId, id);
        if (!locked.state().sends()) {
            return;
        }
        if (locked.state() == AnnouncementState.FIRST_SHARE && !judged(locked, standing, now)) {
            waves.release(locked);
            return;
        }
        Announcement released = announcements.get(centerId, id);
        waves.release(released);
        if (!fellBack && released.state().sends() && isOver(released, standing, now)) {
            moves.move(
                    released,
                    AnnouncementState.COMPLETED,
                    Moves.TOCSIN,
                    "announcement.completed",
                    Phrase.of("Nothing is left to send", "送信すべきものはすべて完了"),
                    Map.of());
        }
    }

    /** Who opted out at the carrier has opted out here, on every channel. */
    private void keepOptOuts(Announcement a) {
        sql.list(
                        "select d.recipient_id from delivery d join recipient r on r.id = d.recipient_id"
                                + " where d.announcement_id = ? and d.state = 'FAILED' and not d.fallen_back"
                                + " and d.reason = ? and r.suppressed_at is null",
                        row -> row.getObject(1, UUID.class),
                        a.id(),
                        Reasons.OPTED_OUT)
                .forEach(r -> suppressions.add(a.centerId(), r, SuppressionReason.CARRIER, Moves.TOCSIN));
    }

    /** A process died between an attempt and its outcome. */
    private void loseTrackOf(UUID id, Instant now) {
        sql.update(
                "update delivery set state = 'UNKNOWN', reason = ? where announcement_id = ? and state = 'ATTEMPTING'"
                        + " and attempted_at < ?",
                Reasons.CRASH,
                id,
                now.minus(config.attemptLease()));
    }

    /** @return whether the first share is over and has been judged: it then runs, or has paused by itself */
    private boolean judged(Announcement a, Counts.Standing standing, Instant now) {
        boolean out = sql.first(
                        "select 1 from dispatch_chunk where announcement_id = ? and first_share and state <> 'DONE'",
                        row -> true,
                        a.id())
                .isEmpty();
        boolean receiptsDue = standing.lastReceiptless() == null
                || standing.lastReceiptless().isBefore(now.minus(config.shareWait()));
        if (!out || standing.of(DeliveryState.ATTEMPTING) > 0 || !receiptsDue) {
            return false;
        }
        FirstShare.Verdict verdict = FirstShare.judge(standing, a.failureLimit());
        if (verdict.holds()) {
            sql.update("update announcement set share_passed = true where id = ?", a.id());
            moves.move(
                    a,
                    AnnouncementState.RUNNING,
                    Moves.TOCSIN,
                    "announcement.share-passed",
                    verdict.words(),
                    verdict.figures());
            waves.begin(a.id());
        } else {
            stop(a, verdict.words(), verdict.figures());
        }
        return true;
    }

    private void stop(Announcement a, Phrase why, Map<String, ?> figures) {
        closed.fire(new SendGate.Closed(a.id()));
        moves.move(a, AnnouncementState.PAUSED, Moves.TOCSIN, "announcement.paused", why, figures);
    }

    /** The carrier refuses everything of ours: going on would only burn through the list. */
    @Transactional
    void accountTrouble(@Observes AttemptRunner.AccountTrouble trouble) {
        Announcement a = announcements.lock(
                trouble.announcement().centerId(), trouble.announcement().id());
        if (a.state().sends()) {
            stop(
                    a,
                    Phrase.of(
                                    "The carrier refuses our account or sender (error %d): ops must repair it, then"
                                            + " resume.",
                                    "キャリアがアカウントまたは送信元を拒否しています（エラー %d）。運用担当者が復旧した後に再開してください。")
                            .with(trouble.code()),
                    Map.of("code", trouble.code()));
        }
    }

    private boolean isOver(Announcement a, Counts.Standing standing, Instant now) {
        boolean underWay = standing.of(DeliveryState.PLANNED) > standing.letters()
                || standing.of(DeliveryState.ATTEMPTING) > 0
                || standing.of(DeliveryState.HELD) > 0
                || standing.of(DeliveryState.UNKNOWN) > 0 && unsettled(a.id());
        boolean receiptsDue = standing.lastReceiptless() == null
                || standing.lastReceiptless().isBefore(now.minus(config.receiptWait()));
        return !underWay
                && receiptsDue
                && standing.toFallBack() == 0
                && sql.first(
                                "select 1 from dispatch_chunk where announcement_id = ? and state = 'WAITING' limit 1",
                                row -> true,
                                a.id())
                        .isEmpty();
    }

    /** Unknown, and the carrier's list may still tell. */
    private boolean unsettled(UUID id) {
        return sql.first(
                        "select 1 from delivery where announcement_id = ? and state = 'UNKNOWN'"
                                + " and channel = 'SMS' and looks < ? limit 1",
                        row -> true,
                        id,
                        Lookups.LOOKS)
                .isPresent();
    }
}
