package io.tocsin.inquiry;

import io.tocsin.announcement.ReplyReceived;
import io.tocsin.audience.Contact;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people turn to a center with: opened, queued, read. What becomes of it: {@link InquiryMoves}. */
@ApplicationScoped
public class Inquiries {
    /** Of what a person wrote, in characters. */
    public static final int LONGEST_TEXT = Messages.LONGEST;

    /** What was written and is open to an agent, or is theirs. Takes center, clearance, agent and the time. */
    private static final String WRITTEN = """
        center_id = ? and (? or not personal_data) and channel in ('FORM', 'EMAIL', 'SMS')
        and (state = 'OPEN' or state = 'TAKEN' and taken_by = ? or state = 'WAITING' and due_at <= ?)""";

    private final Sql sql;
    private final CenterKeys keys;
    private final Persons persons;
    private final Safeguard safeguard;
    private final InquiryTable table;
    private final InquiryMoves moves;
    private final Messages messages;
    private final InquiryEvents events;
    private final RatingBySms ratings;
    private final Clock clock;

    Inquiries(
            Sql sql,
            CenterKeys keys,
            Persons persons,
            Safeguard safeguard,
            InquiryTable table,
            InquiryMoves moves,
            Messages messages,
            InquiryEvents events,
            RatingBySms ratings,
            Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.persons = persons;
        this.safeguard = safeguard;
        this.table = table;
        this.moves = moves;
        this.messages = messages;
        this.events = events;
        this.ratings = ratings;
        this.clock = clock;
    }

    /**
     * Joins the person's thread, or begins it. The same vendor id twice is one inquiry, whose id is returned.
     *
     * @return with the text as it was stored, and what was masked in it
     */
    @Transactional
    public Opened open(NewInquiry wanted) {
        UUID center = wanted.centerId();
        if (wanted.vendorId() != null) {
            Optional<Inquiry> there = table.byVendorId(center, wanted.vendorId());
            if (there.isPresent()) {
                return new Opened(there.get().id(), there.get().thread(), false, new Masked("", List.of()));
            }
        }
        Persons.Place place = wanted.threadId() != null
                ? persons.known(center, wanted.threadId())
                : persons.threadOf(center, wanted.contact(), wanted.otherContact(), wanted.recipientId());
        Masked masked = wanted.text() == null
                ? new Masked("", List.of())
                : safeguard.mask(center, place.thread(), wanted.language(), wanted.text());
        UUID id = Ids.next(clock.instant());
        int added = sql.update(
                """
                insert into inquiry (id, center_id, thread_id, recipient_id, channel, contact_hash, body_encrypted,
                    vendor_id, language, reason, priority, personal_data, due_at, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                id,
                center,
                place.thread(),
                place.recipient(),
                wanted.channel(),
                wanted.contact() == null
                        ? null
                        : keys.lookupHash(wanted.contact().value()),
                wanted.text() == null ? null : keys.encrypt(center, masked.text(), InquiryTable.BODY),
                wanted.vendorId(),
                wanted.language(),
                wanted.reason(),
                wanted.priority(),
                wanted.personalData(),
                wanted.dueAt(),
                clock.instant());
        if (added == 0) {
            Inquiry other = table.byVendorId(center, wanted.vendorId()).orElseThrow();
            return new Opened(other.id(), other.thread(), false, masked);
        }
        events.opened(id, center, wanted.channel());
        return new Opened(id, place.thread(), true, masked);
    }

    /** @param fresh whether it was not there before */
    public record Opened(UUID id, UUID thread, boolean fresh, Masked text) {}

    /** In the transaction that takes the reply. What is written by SMS has the person's number beside it anyway. */
    void replied(@Observes ReplyReceived reply) {
        if (ratings.takes(reply.centerId(), reply.recipientId(), reply.body())) {
            return;
        }
        open(NewInquiry.of(reply.centerId(), InquiryChannel.SMS, languageOf(reply.recipientId()))
                .from(Contact.phone(reply.from()), reply.recipientId())
                .saying(reply.body())
                .vendor(reply.messageSid())
                .done());
    }

    private String languageOf(UUID recipient) {
        return sql.first("select language from recipient where id = ?", row -> row.getString(1), recipient)
                .orElse("en");
    }

    public Inquiry get(UUID centerId, UUID id) {
        return table.get(centerId, id);
    }

    /** By the carrier's id of the call or message. */
    public Optional<Inquiry> byVendorId(UUID centerId, String vendorId) {
        return table.byVendorId(centerId, vendorId);
    }

    /** By the token under which a verified case was passed on. */
    public Optional<Inquiry> byToken(UUID centerId, String token) {
        return table.byToken(centerId, token);
    }

    /**
     * What waits: the highest priority first, then who came first; follow-ups once they are due. Chats that the FAQ still
     * answers wait for nobody.
     *
     * @param cleared whether the reader may have personal data; else what needs it is left out
     */
    public List<Inquiry> queue(UUID centerId, boolean cleared, int limit) {
        return seen(cleared, table.list("""
                        center_id = ? and (? or not personal_data) and state <> 'RESOLVED' and state <> 'TAKEN'
                        and (state <> 'WAITING' or due_at <= ?)
                        and not exists (select 1 from chat c where c.inquiry_id = inquiry.id and c.state = 'BOT')
                        order by (state = 'ESCALATED') desc, priority desc, coalesce(due_at, received_at) limit ?""", centerId, cleared, clock.instant(), limit));
    }

    /** What supervisors are asked to take, without personal data, who asked first first. */
    public List<Inquiry> escalated(UUID centerId, int limit) {
        return seen(
                false,
                table.list("center_id = ? and state = 'ESCALATED' order by escalated_at limit ?", centerId, limit));
    }

    /** What is to be done later, the most urgent first. */
    public List<Inquiry> followUps(UUID centerId, boolean cleared, int limit) {
        return seen(
                cleared,
                table.list(
                        "center_id = ? and (? or not personal_data) and state in ('OPEN', 'WAITING') and due_at is not"
                                + " null order by due_at limit ?",
                        centerId,
                        cleared,
                        limit));
    }

    /** How much of that there is: what waits for anybody, and what this agent has. */
    public record WrittenWaiting(int free, int own) {}

    /** @param cleared whether the reader may have personal data */
    public WrittenWaiting writtenWaiting(UUID centerId, boolean cleared, String agent) {
        return sql.first(
                        "select count(*) filter (where state <> 'TAKEN'), count(*) filter (where state = 'TAKEN')"
                                + " from inquiry where " + WRITTEN,
                        row -> new WrittenWaiting(row.getInt(1), row.getInt(2)),
                        centerId,
                        cleared,
                        agent,
                        clock.instant())
                .orElseThrow();
    }

    /**
     * What people wrote and what waits for an answer, and what this agent has of it, which comes first; then the highest
     * priority, then who wrote first.
     *
     * @param cleared whether the reader may have personal data; else what needs it is left out
     */
    public List<Inquiry> written(UUID centerId, boolean cleared, String agent, int limit) {
        return seen(
                cleared,
                table.list(
                        WRITTEN
                                + " order by (state = 'TAKEN') desc, priority desc, coalesce(due_at, received_at) limit ?",
                        centerId,
                        cleared,
                        agent,
                        clock.instant(),
                        limit));
    }

    /** What the same person turned to the center with besides, newest first; only for readers with clearance. */
    public List<Inquiry> others(UUID centerId, UUID inquiryId, int limit) {
        return table.list(
                "center_id = ? and thread_id = (select thread_id from inquiry where id = ?) and id <> ?"
                        + " order by id desc limit ?",
                centerId,
                inquiryId,
                inquiryId,
                limit);
    }

    /** Newest first. */
    public List<Inquiry> page(UUID centerId, boolean cleared, UUID before, int limit) {
        return seen(
                cleared,
                table.list(
                        "center_id = ? and (? or not personal_data) and id < ? order by id desc limit ?",
                        centerId,
                        cleared,
                        before == null ? new UUID(-1, -1) : before,
                        limit));
    }

    private static List<Inquiry> seen(boolean cleared, List<Inquiry> found) {
        return cleared
                ? found
                : found.stream().map(Inquiry::withoutPersonalData).toList();
    }

    public Inquiry take(UUID centerId, UUID id, String agent) {
        return moves.take(centerId, id, agent);
    }

    /** @param seen version that the agent has read, as If-Match; null for any */
    public Inquiry take(UUID centerId, UUID id, String agent, String seen) {
        return moves.take(centerId, id, agent, seen);
    }

    /** Back into the queue. */
    public Inquiry putBack(UUID centerId, UUID id, String by) {
        return moves.putBack(centerId, id, by);
    }

    /** An agent goes: what they had taken to answer in writing waits for another one. */
    public void leftBy(UUID centerId, String agent) {
        moves.leftBy(centerId, agent);
    }

    /** @param why in the agent's words, masked before it is stored; null for none */
    public Inquiry escalate(UUID centerId, UUID id, String why, String by) {
        return moves.escalate(centerId, id, why, by);
    }

    /** @return with what was masked in the note, for its author */
    public InquiryMoves.Recorded record(UUID centerId, UUID id, InquiryRecord record, String by) {
        return moves.record(centerId, id, record, by);
    }

    /**
     * Adds to the thread what was written outside of a chat: an agent's answer, or a note among colleagues.
     *
     * @param by the agent; null for nobody
     * @return what was stored, with what was masked in it
     */
    @Transactional
    public Masked said(UUID centerId, UUID id, Author author, String by, String text) {
        return messages.add(table.get(centerId, id), author, by, text);
    }

    /** Lets a case on which the person was verified go on at seats without clearance, under its token. */
    public Inquiry passOn(UUID centerId, UUID id, String by) {
        return moves.passOn(centerId, id, by);
    }

    /** A chat that no agent had is over: answered by the FAQ, or the person went while waiting. */
    void endedAlone(UUID centerId, UUID id, boolean gaveUp) {
        moves.close(centerId, id, gaveUp ? InquiryOutcome.ABANDONED : InquiryOutcome.ANSWERED);
    }
}
