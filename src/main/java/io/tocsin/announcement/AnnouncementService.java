package io.tocsin.announcement;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Versions;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What crisis managers do with an announcement. Each act is one transaction: state, ledger, journal and events. */
@ApplicationScoped
public class AnnouncementService {
    private final Announcements announcements;
    private final Moves moves;
    private final AnnouncementJournal journal;
    private final DraftCheck check;
    private final LintCheck lint;
    private final Planning planning;
    private final Waves waves;
    private final Centers centers;
    private final Event<SendGate.Closed> closed;
    private final Sql sql;
    private final Clock clock;

    AnnouncementService(
            Announcements announcements,
            Moves moves,
            AnnouncementJournal journal,
            DraftCheck check,
            LintCheck lint,
            Planning planning,
            Waves waves,
            Centers centers,
            Event<SendGate.Closed> closed,
            Sql sql,
            Clock clock) {
        this.announcements = announcements;
        this.moves = moves;
        this.journal = journal;
        this.check = check;
        this.lint = lint;
        this.planning = planning;
        this.waves = waves;
        this.centers = centers;
        this.closed = closed;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    public Announcement create(UUID centerId, AnnouncementDraft draft, UUID corrects, String by) {
        IncidentCenter center = centers.get(centerId);
        check.require(center, draft);
        UUID id = Ids.next(clock.instant());
        announcements.add(id, centerId, center.mode(), draft, corrects, by, clock.instant());
        Announcement made = announcements.get(centerId, id);
        journal.add(
                made,
                AnnouncementState.DRAFT,
                by,
                "announcement.drafted",
                Phrase.of("Announcement drafted", "告知を下書き"),
                corrects == null ? Map.of() : Map.of("corrects", corrects));
        return made;
    }

    @Transactional
    public Announcement edit(UUID centerId, UUID id, AnnouncementDraft draft, String ifMatch, String by) {
        Announcement a = announcements.lock(centerId, id);
        Versions.require(ifMatch, a.version());
        if (a.state() != AnnouncementState.DRAFT) {
            throw Problem.conflict(
                    "announcement-state",
                    Phrase.of(
                            "Only a draft can be edited. Take it back to draft first; it then needs approval again.",
                            "編集できるのは下書きだけです。下書きに戻すと、再度の承認が必要になります。"));
        }
        check.require(centers.get(centerId), draft);
        announcements.change(id, draft, by);
        return announcements.get(centerId, id);
    }

    /** @param overrideReason why findings of the linter do not hold it back; null where they do */
    @Transactional
    public Announcement submit(UUID centerId, UUID id, String overrideReason, String by) {
        Announcement a = announcements.lock(centerId, id);
        IncidentCenter center = centers.get(centerId);
        moves.require(a, AnnouncementState.SUBMITTED);
        int facts = center.liveFacts() == null ? center.factsVersion() : center.liveFacts();
        boolean overridden = lint.require(a, facts, overrideReason);
        sql.update(
                "update announcement set facts_version = ?, submitted_by = ?, override_reason = ?, override_by = ?"
                        + " where id = ?",
                facts,
                by,
                overridden ? overrideReason : null,
                overridden ? by : null,
                id);
        Map<String, Object> details = new HashMap<>(Map.of("factsVersion", facts));
        if (overridden) {
            details.put("override", overrideReason);
        }
        return moved(
                a,
                AnnouncementState.SUBMITTED,
                by,
                "announcement.submitted",
                Phrase.of("Submitted for approval", "承認を申請"),
                details);
    }

    @Transactional
    public Announcement backToDraft(UUID centerId, UUID id, String reason, String by) {
        Announcement a = announcements.lock(centerId, id);
        moved(
                a,
                AnnouncementState.DRAFT,
                by,
                "announcement.returned",
                Phrase.of("Back to draft", "下書きに戻す"),
                Map.of("reason", reason == null ? "" : reason));
        // a draft speaks of the facts as they are now, not of those that it was submitted with
        sql.update(
                "update announcement set approved_by = null, starts_at = null, facts_version = null where id = ?", id);
        return announcements.get(centerId, id);
    }

    /** By a second person: neither who wrote it nor who submitted it. */
    @Transactional
    public Announcement approve(UUID centerId, UUID id, String by) {
        Announcement a = announcements.lock(centerId, id);
        if (by.equals(a.createdBy()) || by.equals(a.submittedBy())) {
            throw Problem.conflict(
                    "second-person",
                    Phrase.of(
                            "A second person must approve: you wrote or submitted this announcement yourself.",
                            "作成者・申請者本人は承認できません。別の人が承認してください。"));
        }
        moves.require(a, AnnouncementState.APPROVED);
        sql.update("update announcement set approved_by = ? where id = ?", by, id);
        return moved(
                a,
                AnnouncementState.APPROVED,
                by,
                "announcement.approved",
                Phrase.of("Approved", "承認"),
                Map.of("factsVersion", a.factsVersion() == null ? 0 : a.factsVersion()));
    }

    @Transactional
    public Announcement schedule(UUID centerId, UUID id, Instant at, String by) {
        if (at == null || !at.isAfter(clock.instant())) {
            Phrase say = Phrase.of("Give a time in the future.", "将来の日時を指定してください。");
            throw Problem.invalid("start-time", say, List.of(new Violation("at", say)));
        }
        Announcement a = announcements.lock(centerId, id);
        sql.update("update announcement set starts_at = ? where id = ?", at, id);
        return moved(
                a,
                AnnouncementState.SCHEDULED,
                by,
                "announcement.scheduled",
                Phrase.of("Scheduled for %s", "%s に開始予約").with(at),
                Map.of("at", at));
    }

    /** It no longer starts by itself; the approval holds. */
    @Transactional
    public Announcement unschedule(UUID centerId, UUID id, String by) {
        Announcement a = announcements.lock(centerId, id);
        if (a.state() != AnnouncementState.SCHEDULED) {
            throw Problem.conflict("announcement-state", Phrase.of("It is not scheduled.", "開始予約はされていません。"));
        }
        sql.update("update announcement set starts_at = null where id = ?", id);
        return moved(
                a,
                AnnouncementState.APPROVED,
                by,
                "announcement.unscheduled",
                Phrase.of("Schedule taken back", "開始予約を取り消し"),
                Map.of());
    }

    /** Writes the ledger and lets the first messages go. @param early why before the center is open; null for not */
    @Transactional
    @TransactionConfiguration(timeout = 900)
    public Announcement start(UUID centerId, UUID id, String early, String by) {
        Announcement a = announcements.lock(centerId, id);
        AnnouncementState to =
                a.firstSharePercent() == null ? AnnouncementState.RUNNING : AnnouncementState.FIRST_SHARE;
        moves.require(a, to);
        StartCheck.require(a, centers.get(centerId), early);
        sql.update("update announcement set early_reason = ? where id = ?", early, id);
        int planned = planning.plan(a);
        if (planned == 0) {
            throw Problem.conflict(
                    "nobody-addressed",
                    Phrase.of(
                            "This announcement addresses nobody: check audience and segment.",
                            "宛先がありません。名簿と条件を確認してください。"));
        }
        waves.begin(id);
        Announcement moved = moved(
                a,
                to,
                by,
                "announcement.started",
                Phrase.count("Started: %d message planned", "Started: %d messages planned", "開始: %d 件を計画", planned),
                Map.of("planned", planned));
        waves.release(moved);
        return moved;
    }

    /** No message is claimed after this returns; see {@link InFlight} for those on their way. */
    @Transactional
    public Announcement pause(UUID centerId, UUID id, String by, Phrase why) {
        Announcement a = announcements.lock(centerId, id);
        closed.fire(new SendGate.Closed(id));
        return moved(a, AnnouncementState.PAUSED, by, "announcement.paused", why, Map.of());
    }

    @Transactional
    public Announcement resume(UUID centerId, UUID id, String by) {
        Announcement a = announcements.lock(centerId, id);
        if (a.state() == AnnouncementState.COMPLETED) {
            throw Problem.conflict(
                    "announcement-state", Phrase.of("It is completed; nothing is left to send.", "すでに完了しています。"));
        }
        StartCheck.require(a, centers.get(centerId), a.earlyReason());
        // Whoever resumes what paused by itself has looked at the first share and lets the rest go.
        boolean judged = a.why() != null || a.sharePassed() || a.firstSharePercent() == null;
        sql.update("update announcement set share_passed = share_passed or ? where id = ?", judged, id);
        waves.begin(id);
        Announcement moved = moved(
                a,
                judged ? AnnouncementState.RUNNING : AnnouncementState.FIRST_SHARE,
                by,
                "announcement.resumed",
                Phrase.of("Resumed", "再開"),
                Map.of());
        waves.resumed(moved);
        return moved;
    }

    /** A message came back after the end: the next channel is tried, while the center takes calls. */
    @Transactional
    void reopen(UUID centerId, UUID id) {
        Announcement a = announcements.lock(centerId, id);
        if (a.state() == AnnouncementState.COMPLETED && centers.get(centerId).phase() == Phase.OPEN) {
            moves.move(
                    a,
                    AnnouncementState.RUNNING,
                    Moves.TOCSIN,
                    "announcement.resumed",
                    Phrase.of("A message came back; the next channel is tried", "返送があったため、次の手段で送信"),
                    Map.of());
        }
    }

    @Transactional
    public Announcement cancel(UUID centerId, UUID id, String by, String reason) {
        Announcement a = announcements.lock(centerId, id);
        closed.fire(new SendGate.Closed(id));
        return moved(
                a,
                AnnouncementState.CANCELLED,
                by,
                "announcement.cancelled",
                Phrase.of("Cancelled", "取り消し"),
                Map.of("reason", reason == null ? "" : reason));
    }

    private Announcement moved(
            Announcement a, AnnouncementState to, String by, String code, Phrase said, Map<String, ?> details) {
        moves.move(a, to, by, code, said, details);
        return announcements.get(a.centerId(), a.id());
    }
}
