package io.tocsin.inquiry;

import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Chats between people and agents; each is an inquiry in the person's thread. Its news: {@link InquiryNews}. */
@ApplicationScoped
public class Chats {
    private final Sql sql;
    private final CenterKeys keys;
    private final Inquiries inquiries;
    private final ChatTable table;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    Chats(
            Sql sql,
            CenterKeys keys,
            Inquiries inquiries,
            ChatTable table,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.inquiries = inquiries;
        this.table = table;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param visitor the secret by which the visitor's browser comes back to the chat; stored as its hash only */
    public record Begun(Chat chat, String visitor) {}

    /** The bot answers first. Nobody knows who it is, so any seat may take it. */
    @Transactional
    public Begun begin(UUID centerId, String language) {
        Inquiries.Opened opened = inquiries.open(NewInquiry.of(centerId, InquiryChannel.CHAT, language)
                .about(null, 0, false)
                .done());
        String visitor = Tokens.secret();
        sql.update(
                "insert into chat (inquiry_id, center_id, thread_id, state, language, visitor_hash, begun_at)"
                        + " values (?, ?, ?, 'BOT', ?, ?, ?)",
                opened.id(),
                centerId,
                opened.thread(),
                language,
                keys.lookupHash(visitor),
                clock.instant());
        return new Begun(table.get(centerId, opened.id()), visitor);
    }

    /** The chat of a visitor's browser. */
    public Optional<Chat> ofVisitor(UUID centerId, String visitor) {
        return table.byVisitor(keys.lookupHash(visitor))
                .filter(c -> c.centerId().equals(centerId));
    }

    public Chat get(UUID centerId, UUID id) {
        return table.get(centerId, id);
    }

    /** Those who asked for an agent: the highest priority first, then who asked first. */
    public List<Chat> waiting(UUID centerId, boolean cleared) {
        return table.list(
                "c.center_id = ? and c.state = 'WAITING' and (? or not i.personal_data)"
                        + " order by i.priority desc, c.waiting_since limit 200",
                centerId,
                cleared);
    }

    /** Those that are going on with an agent. */
    public List<Chat> live(UUID centerId) {
        return table.list("c.center_id = ? and c.state = 'WITH_AGENT' order by c.taken_at limit 500", centerId);
    }

    /** The visitor would rather speak to a person. */
    @Transactional
    public Chat askForAgent(UUID centerId, UUID id) {
        Chat chat = table.lock(centerId, id);
        if (chat.state() == ChatState.WAITING || chat.state() == ChatState.WITH_AGENT) {
            return chat;
        }
        ChatTable.check(chat, ChatState.WAITING);
        sql.update("update chat set state = 'WAITING', waiting_since = ? where inquiry_id = ?", clock.instant(), id);
        return table.get(centerId, id);
    }

    /** @throws io.tocsin.platform.ProblemException {@code inquiry-taken} where somebody was faster */
    @Transactional
    public Chat take(UUID centerId, UUID id, String agent) {
        Chat chat = table.lock(centerId, id);
        ChatTable.check(chat, ChatState.WITH_AGENT);
        inquiries.take(centerId, id, agent);
        return give(centerId, id, agent);
    }

    /** A supervisor takes a chat from the agent who has it. */
    @Transactional
    public Chat takeOver(UUID centerId, UUID id, String supervisor) {
        Chat chat = table.lock(centerId, id);
        ChatTable.check(chat, ChatState.WITH_AGENT);
        sql.update(
                "update inquiry set state = 'TAKEN', taken_by = ?, taken_at = ?, version = version + 1 where id = ?",
                supervisor,
                clock.instant(),
                id);
        audit.record(supervisor, "chat.taken-over", "chat " + id, centerId, Map.of());
        return give(centerId, id, supervisor);
    }

    /** A supervisor reads along: on the record once. */
    public void joined(UUID centerId, UUID id, String supervisor) {
        boolean known = sql.first(
                        "select 1 from audit_log where center_id = ? and actor = ? and action = 'chat.joined' and subject = ?",
                        row -> true,
                        centerId,
                        supervisor,
                        "chat " + id)
                .isPresent();
        if (!known && !supervisor.equals(get(centerId, id).agent())) {
            audit.record(supervisor, "chat.joined", "chat " + id, centerId, Map.of());
        }
    }

    private Chat give(UUID centerId, UUID id, String agent) {
        sql.update(
                "update chat set state = 'WITH_AGENT', agent = ?, taken_at = ? where inquiry_id = ?",
                agent,
                clock.instant(),
                id);
        return table.get(centerId, id);
    }

    /** Back to those who wait: the agent has to go. */
    @Transactional
    public Chat giveBack(UUID centerId, UUID id, String by) {
        ChatTable.check(table.lock(centerId, id), ChatState.WAITING);
        inquiries.putBack(centerId, id, by);
        sql.update("update chat set state = 'WAITING', agent = null, taken_at = null where inquiry_id = ?", id);
        return table.get(centerId, id);
    }

    /**
     * @param by the agent; null for the person and the bot
     * @return what was stored, with what was masked in it, for its author
     */
    @Transactional
    public Masked say(UUID centerId, UUID id, Author author, String by, String text) {
        Chat chat = table.lock(centerId, id);
        if (chat.state() == ChatState.ENDED) {
            throw Problem.conflict(
                    "chat-ended", Phrase.of("This chat is over. Begin a new one.", "このチャットは終了しました。新しく始めてください。"));
        }
        if (author == Author.AGENT && !by.equals(chat.agent())) {
            throw Problem.conflict(
                    "chat-not-yours", Phrase.of("Take the chat first, or take it over.", "先にチャットを取るか、引き継いでください。"));
        }
        return messages.add(inquiries.get(centerId, id), author, by, text);
    }

    /** @param after number of the last message seen; 0 for all */
    public List<Message> messages(UUID centerId, UUID id, long after) {
        return messages.ofInquiry(centerId, id, after);
    }

    /** Either side ends it; the agent's record follows, or, without an agent, the bot's answers stand. */
    @Transactional
    public Chat end(UUID centerId, UUID id) {
        Chat chat = table.lock(centerId, id);
        if (chat.state() == ChatState.ENDED) {
            return chat;
        }
        sql.update("update chat set state = 'ENDED', ended_at = ? where inquiry_id = ?", clock.instant(), id);
        if (chat.agent() == null) {
            inquiries.endedAlone(centerId, id, chat.state() == ChatState.WAITING);
        }
        return table.get(centerId, id);
    }
}
