package io.tocsin.inquiry;

import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterKeys;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of an inquiry. Every move is checked against {@link InquiryState}. */
@ApplicationScoped
class InquiryMoves {
    static final String NOTE = "inquiry.note";

    private final Sql sql;
    private final CenterKeys keys;
    private final InquiryTable table;
    private final Safeguard safeguard;
    private final Messages messages;
    private final Reasons reasons;
    private final InquiryEvents events;
    private final Event<InquiryResolved> resolved;
    private final AuditLog audit;
    private final Clock clock;

    InquiryMoves(
            Sql sql,
            CenterKeys keys,
            InquiryTable table,
            Safeguard safeguard,
            Messages messages,
            Reasons reasons,
            InquiryEvents events,
            Event<InquiryResolved> resolved,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.table = table;
        this.safeguard = safeguard;
        this.messages = messages;
        this.reasons = reasons;
        this.events = events;
        this.resolved = resolved;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param note what was stored, with what was masked in it */
    public record Recorded(Inquiry inquiry, Masked note) {}

    @Transactional
    public Inquiry take(UUID centerId, UUID id, String agent) {
        return take(centerId, id, agent, null);
    }

    /** @param seen version that the agent has read, as If-Match; null for any */
    @Transactional
    public Inquiry take(UUID centerId, UUID id, String agent, String seen) {
        Inquiry inquiry = table.lock(centerId, id);
        if (seen != null) {
            Versions.require(seen, inquiry.version());
        }
        if (inquiry.state() == InquiryState.TAKEN && !agent.equals(inquiry.takenBy())) {
            throw Problem.conflict(
                    "inquiry-taken",
                    Phrase.of("%s has it already. Take the next one.", "%s さんが対応中です。次の問い合わせを取ってください。")
                            .with(inquiry.takenBy()));
        }
        check(inquiry, InquiryState.TAKEN);
        return give(inquiry, agent);
    }

    /** To somebody else, whoever has it. */
    @Transactional
    public Inquiry assign(UUID centerId, UUID id, String agent, String by) {
        Inquiry inquiry = table.lock(centerId, id);
        check(inquiry, InquiryState.TAKEN);
        audit.record(by, "inquiry.assigned", "inquiry " + id, centerId, Map.of("to", agent));
        return give(inquiry, agent);
    }

    private Inquiry give(Inquiry inquiry, String agent) {
        sql.update(
                "update inquiry set state = 'TAKEN', taken_by = ?, taken_at = ?, version = version + 1 where id = ?",
                agent,
                clock.instant(),
                inquiry.id());
        return table.get(inquiry.centerId(), inquiry.id());
    }

    @Transactional
    public Inquiry putBack(UUID centerId, UUID id, String by) {
        check(table.lock(centerId, id), InquiryState.OPEN);
        sql.update(
                "update inquiry set state = 'OPEN', taken_by = null, taken_at = null, resolved_at = null,"
                        + " version = version + 1 where id = ?",
                id);
        audit.record(by, "inquiry.put-back", "inquiry " + id, centerId, Map.of());
        return table.get(centerId, id);
    }

    /** What an agent had taken to answer in writing waits for another one; who is on the line is not left this way. */
    @Transactional
    public void leftBy(UUID centerId, String agent) {
        sql.list("""
                        update inquiry set state = 'OPEN', taken_by = null, taken_at = null, version = version + 1
                        where center_id = ? and taken_by = ? and state = 'TAKEN' and channel in ('FORM', 'EMAIL', 'SMS')
                        returning id""", row -> row.getObject(1, UUID.class), centerId, agent)
                .forEach(id -> audit.record(agent, "inquiry.put-back", "inquiry " + id, centerId, Map.of()));
    }

    @Transactional
    public Inquiry escalate(UUID centerId, UUID id, String why, String by) {
        Inquiry inquiry = table.lock(centerId, id);
        check(inquiry, InquiryState.ESCALATED);
        if (why != null && !why.isBlank()) {
            messages.add(inquiry, Author.NOTE, by, why);
        }
        sql.update(
                "update inquiry set state = 'ESCALATED', escalated_at = ?, version = version + 1 where id = ?",
                clock.instant(),
                id);
        audit.record(by, "inquiry.escalated", "inquiry " + id, centerId, Map.of());
        Inquiry moved = table.get(centerId, id);
        events.escalated(moved);
        return moved;
    }

    @Transactional
    public Recorded record(UUID centerId, UUID id, InquiryRecord record, String by) {
        Inquiry inquiry = table.lock(centerId, id);
        checked(centerId, record);
        InquiryState next = record.outcome().isEnd() ? InquiryState.RESOLVED : InquiryState.WAITING;
        if (inquiry.state() != InquiryState.RESOLVED) {
            check(inquiry, next);
        }
        boolean noted = record.note() != null && !record.note().isBlank();
        Masked note = noted
                ? safeguard.mask(centerId, inquiry.thread(), inquiry.language(), record.note())
                : new Masked("", List.of());
        sql.update(
                """
                insert into inquiry_record (id, inquiry_id, center_id, reason, outcome, note_encrypted, due_at,
                    facts_version, by_whom, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.next(clock.instant()),
                id,
                centerId,
                record.reason(),
                record.outcome(),
                noted ? keys.encrypt(centerId, note.text(), NOTE) : null,
                record.followUpDue(),
                record.factVersionTold(),
                by,
                clock.instant());
        sql.update(
                """
                update inquiry set state = ?, reason = ?, outcome = ?, due_at = ?, facts_version = coalesce(?, facts_version),
                    taken_by = ?, resolved_at = ?, version = version + 1 where id = ?""",
                next,
                record.reason(),
                record.outcome(),
                record.followUpDue(),
                record.factVersionTold(),
                by,
                next == InquiryState.RESOLVED ? clock.instant() : null,
                id);
        Inquiry moved = table.get(centerId, id);
        if (next == InquiryState.RESOLVED && inquiry.state() != InquiryState.RESOLVED) {
            events.resolved(moved);
            resolved.fire(new InquiryResolved(centerId, id));
        }
        return new Recorded(moved, note);
    }

    @Transactional
    public Inquiry passOn(UUID centerId, UUID id, String by) {
        Inquiry inquiry = table.lock(centerId, id);
        if (inquiry.verifiedAt() == null) {
            throw Problem.conflict(
                    "not-verified",
                    Phrase.of(
                            "First make sure who the person is: by a code from the notice site, or by your own questions.",
                            "先に本人確認をしてください（お知らせサイトのコード、または聞き取りによる確認）。"));
        }
        if (inquiry.state() != InquiryState.OPEN) {
            check(inquiry, InquiryState.OPEN);
        }
        sql.update(
                "update inquiry set personal_data = false, token = coalesce(token, ?), state = 'OPEN', taken_by = null,"
                        + " taken_at = null, resolved_at = null, version = version + 1 where id = ?",
                Tokens.next(),
                id);
        audit.record(by, "inquiry.passed-on", "inquiry " + id, centerId, Map.of());
        return table.get(centerId, id);
    }

    /** Ended without an agent; nothing where it is over already. */
    @Transactional
    public void close(UUID centerId, UUID id, InquiryOutcome outcome) {
        Inquiry inquiry = table.lock(centerId, id);
        if (inquiry.state() == InquiryState.RESOLVED) {
            return;
        }
        check(inquiry, InquiryState.RESOLVED);
        sql.update(
                "update inquiry set state = 'RESOLVED', outcome = ?, resolved_at = ?, version = version + 1 where id = ?",
                outcome,
                clock.instant(),
                id);
        events.resolved(table.get(centerId, id));
    }

    private void checked(UUID centerId, InquiryRecord record) {
        List<Violation> wrong = new ArrayList<>();
        if (record.reason() == null || !reasons.isKnown(centerId, record.reason())) {
            wrong.add(Violation.of("reason", "Choose one of the center's reasons.", "センターの理由一覧から選んでください。"));
        }
        if (record.outcome() == null) {
            wrong.add(Violation.of("outcome", "Say how the contact ended.", "対応結果を選んでください。"));
        } else if (!record.outcome().isEnd() && record.followUpDue() == null) {
            wrong.add(Violation.of("followUpDue", "Say until when it is to be followed up.", "後日対応の期限を入力してください。"));
        }
        if (record.note() != null && record.note().length() > Messages.LONGEST) {
            wrong.add(Violation.of("note", "Keep the note below 4,000 characters.", "メモは4,000文字以内にしてください。"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("record-invalid", Phrase.of("Complete the record.", "記録に不足があります。"), wrong);
        }
    }

    private static void check(Inquiry inquiry, InquiryState next) {
        if (!inquiry.state().mayMoveTo(next)) {
            throw Problem.conflict(
                    "inquiry-state",
                    Phrase.of(
                                    "The inquiry stands at “%s” and cannot go to “%s” from there. Look at it again.",
                                    "問い合わせは「%s」のため「%s」にできません。最新の状態を確認してください。")
                            .with(inquiry.state().words(), next.words()));
        }
    }
}
