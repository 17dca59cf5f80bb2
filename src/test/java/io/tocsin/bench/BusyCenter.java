package io.tocsin.bench;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A week in the life of an open center, written straight into the database: inquiries of every channel, reason and state
 * in the threads of people, with their calls, chats, messages, records and the audit log. Most are over, some wait.
 */
final class BusyCenter {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String AGENT = "agent@drill.example";
    private static final List<String> WORDS = List.of(
            "The charger gets hot, is it safe to keep?",
            "箱がありませんが返品できますか。",
            "I sent it back two weeks ago and heard nothing.",
            "返金はいつごろになりますか。",
            "My phone is a gift, I have no receipt.",
            "対象の機種かどうか教えてください。");

    private final CenterKeys keys;
    private final UUID center;
    private final Random random;
    private final Instant now = Instant.now();
    private final List<UUID> threads = new ArrayList<>();

    private final CopyTable thread;
    private final CopyTable contact;
    private final CopyTable inquiry;
    private final CopyTable recorded;
    private final CopyTable message;
    private final CopyTable chat;
    private final CopyTable call;
    private final CopyTable step;
    private final CopyTable task;
    private final CopyTable audit;
    private final List<byte[]> bodies;
    private final List<byte[]> notes;
    private final List<byte[]> texts;

    private BusyCenter(Connection database, CenterKeys keys, UUID center) {
        this.keys = keys;
        this.center = center;
        this.random = new Random(center.getLeastSignificantBits());
        this.bodies = encrypted("inquiry.body");
        this.notes = encrypted("inquiry.note");
        this.texts = encrypted("thread.message");
        this.thread = new CopyTable(database, "inquiry_thread (id, center_id, begun_at)");
        this.contact =
                new CopyTable(database, "thread_contact (center_id, contact_hash, thread_id, kind, contact_encrypted)");
        this.inquiry = new CopyTable(
                database,
                "inquiry (id, center_id, thread_id, channel, contact_hash, body_encrypted, vendor_id, state, language,"
                        + " reason, priority, personal_data, taken_by, taken_at, due_at, outcome, facts_version,"
                        + " escalated_at, resolved_at, satisfaction, received_at)");
        this.recorded = new CopyTable(
                database,
                "inquiry_record (id, inquiry_id, center_id, reason, outcome, note_encrypted, facts_version, by_whom, at)");
        this.message = new CopyTable(
                database,
                "thread_message (center_id, thread_id, inquiry_id, author, by_whom, text_encrypted, masked, at)");
        this.chat = new CopyTable(
                database,
                "chat (inquiry_id, center_id, thread_id, state, language, agent, visitor_hash, begun_at,"
                        + " waiting_since, taken_at, ended_at)");
        this.call = new CopyTable(
                database,
                "call (sid, center_id, started_at, ended_at, outcome, language, reason, answered_by, caller_hash)");
        this.step = new CopyTable(
                database,
                "call_journal (id, call_sid, center_id, node, action, language, key, outcome, at, durable_at)");
        this.task = new CopyTable(
                database,
                "desk_task (task_sid, center_id, call_sid, queue, reason, language, personal_data, queued_at,"
                        + " answered_at, ended_at)");
        this.audit = new CopyTable(database, "audit_log (at, actor, action, subject, center_id, details)");
    }

    /** @param database with every right, and without triggers: nobody is to be told of each row */
    static void fill(Connection database, CenterKeys keys, UUID center, int inquiries)
            throws SQLException, IOException {
        BusyCenter busy = new BusyCenter(database, keys, center);
        busy.people(inquiries * 7 / 10);
        for (int i = 0; i < inquiries; i++) {
            busy.inquiry(i, inquiries);
        }
        busy.flush();
    }

    private List<byte[]> encrypted(String context) {
        return WORDS.stream().map(words -> keys.encrypt(center, words, context)).toList();
    }

    private void people(int count) throws SQLException, IOException {
        for (int i = 0; i < count; i++) {
            Instant begun = now.minus(WEEK);
            UUID id = Ids.next(begun);
            threads.add(id);
            thread.add(id, center, begun);
            String number = "+8190%08d".formatted(i);
            contact.add(
                    center,
                    keys.lookupHash(center + number),
                    id,
                    "PHONE",
                    keys.encrypt(center, number, "thread.contact"));
        }
    }

    private void inquiry(int i, int all) throws SQLException, IOException {
        // more of them in the last day, as after an announcement
        double age = Math.pow(1 - (i + 0.5) / all, 2);
        Instant at = now.minusMillis((long) (WEEK.toMillis() * age));
        UUID id = Ids.next(at);
        UUID person = i < threads.size() ? threads.get(i) : threads.get(random.nextInt(threads.size()));
        String channel = pick("PHONE", 60, "CHAT", 15, "FORM", 12, "SMS", 8, "EMAIL", 5);
        String reason = pick("return", 45, "general", 30, "harm", 10, "identify", 10, "other", 5);
        String state = pick("RESOLVED", 940, "OPEN", 30, "WAITING", 20, "ESCALATED", 5, "TAKEN", 5);
        String language = pick("en", 60, "ja", 40);
        boolean over = state.equals("RESOLVED");
        String outcome = over ? pick("ANSWERED", 70, "CASE_MOVED", 20, "NOT_AFFECTED", 10) : null;
        boolean personal = reason.equals("return") || reason.equals("harm");
        String vendor = channel.equals("PHONE") ? "CA" + id.toString().replace("-", "") : null;
        inquiry.add(
                id,
                center,
                person,
                channel,
                null,
                vendor == null ? any(bodies) : null,
                vendor,
                state,
                language,
                reason,
                reason.equals("harm") ? 10 : 0,
                personal,
                state.equals("OPEN") ? null : AGENT,
                state.equals("OPEN") ? null : at.plusSeconds(40),
                state.equals("WAITING") ? at.plus(Duration.ofHours(random.nextInt(96))) : null,
                outcome,
                over ? 1 : null,
                state.equals("ESCALATED") ? at.plusSeconds(200) : null,
                over ? at.plusSeconds(300) : null,
                over && random.nextInt(10) < 3 ? 1 + random.nextInt(5) : null,
                at);
        if (over) {
            recorded.add(
                    Ids.next(at.plusSeconds(300)),
                    id,
                    center,
                    reason,
                    outcome,
                    any(notes),
                    1,
                    AGENT,
                    at.plusSeconds(300));
        }
        if (vendor != null) {
            call(vendor, reason, language, personal, at, i % 12 != 0);
        } else {
            writing(id, person, channel, language, at, over);
        }
        audit.add(at, AGENT, "inquiry.recorded", "inquiry " + id, center, "{}");
    }

    private void call(String sid, String reason, String language, boolean personal, Instant at, boolean answered)
            throws SQLException, IOException {
        Instant queued = at.plusSeconds(25);
        Instant end = at.plusSeconds(answered ? 280 : 90);
        boolean goesOn = end.isAfter(now);
        Instant picked = queued.plusSeconds(random.nextInt(40));
        String worker = answered ? "WK" + sid.substring(2) : null;
        call.add(
                sid,
                center,
                at,
                goesOn ? null : end,
                goesOn ? null : answered ? "answered" : "gave-up",
                language,
                reason,
                worker,
                sid);
        step.add(Ids.next(at), sid, center, "welcome", "say", language, "", null, at, at);
        step.add(Ids.next(queued), sid, center, "queue", "wait", language, "1", null, queued, queued);
        if (answered) {
            step.add(Ids.next(picked), sid, center, "queue", "assigned", language, "", null, picked, picked);
        }
        task.add(
                "WT" + sid.substring(2),
                center,
                sid,
                "returns-" + language,
                reason,
                language,
                personal,
                queued,
                answered ? picked : null,
                goesOn ? null : end);
    }

    private void writing(UUID id, UUID person, String channel, String language, Instant at, boolean over)
            throws SQLException, IOException {
        boolean chatted = channel.equals("CHAT");
        for (int n = 0; n < (chatted ? 6 : 2); n++) {
            message.add(
                    center,
                    person,
                    id,
                    n % 2 == 0 ? "PERSON" : "AGENT",
                    n % 2 == 0 ? null : AGENT,
                    any(texts),
                    "{}",
                    at.plusSeconds(n * 30L));
        }
        if (chatted) {
            String state = over ? "ENDED" : pick("WAITING", 30, "WITH_AGENT", 10, "ENDED", 60);
            chat.add(
                    id,
                    center,
                    person,
                    state,
                    language,
                    state.equals("WAITING") ? null : AGENT,
                    id,
                    at,
                    at.plusSeconds(10),
                    state.equals("WAITING") ? null : at.plusSeconds(30),
                    state.equals("ENDED") ? at.plusSeconds(300) : null);
        }
    }

    private void flush() throws SQLException, IOException {
        for (CopyTable table : List.of(thread, contact, inquiry, recorded, message, chat, call, step, task, audit)) {
            table.flush();
        }
    }

    private byte[] any(List<byte[]> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** @param choices each with its weight after it */
    private String pick(Object... choices) {
        int sum = 0;
        for (int i = 1; i < choices.length; i += 2) {
            sum += (int) choices[i];
        }
        int at = random.nextInt(sum);
        int choice = 0;
        while ((at -= (int) choices[choice + 1]) >= 0) {
            choice += 2;
        }
        return (String) choices[choice];
    }
}
