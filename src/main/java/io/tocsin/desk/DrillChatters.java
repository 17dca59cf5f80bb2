package io.tocsin.desk;

import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.ChatState;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.Message;
import io.tocsin.inquiry.faq.FaqHit;
import io.tocsin.inquiry.faq.FaqSearch;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Simulated people who chat: ask, wait for an agent as long as their patience lasts, answer twice, thank and go. */
@ApplicationScoped
class DrillChatters {
    private static final Logger LOG = Logger.getLogger(DrillChatters.class);
    private static final List<Phrase> LINES = List.of(
            Phrase.of("I see. What exactly do I have to do now?", "わかりました。具体的に何をすればよいですか。"),
            Phrase.of("Thank you, that helps.", "ありがとうございます。助かりました。"));

    private final Chats chats;
    private final FaqSearch faq;
    private final Sql sql;
    private final Clock clock;

    DrillChatters(Chats chats, FaqSearch faq, Sql sql, Clock clock) {
        this.chats = chats;
        this.faq = faq;
        this.sql = sql;
        this.clock = clock;
    }

    private record Chatter(
            UUID drillId, UUID centerId, int number, UUID chat, String language, int patience, int said) {}

    /** Begins with a question of the FAQ, so that the agent finds the answer there. */
    void begin(UUID drillId, UUID centerId, int number, String reason, String language) {
        UUID chat = chats.begin(centerId, language).chat().inquiry();
        chats.say(centerId, chat, Author.PERSON, null, question(centerId, number, reason, language));
        chats.askForAgent(centerId, chat);
        sql.update("update drill_arrival set chat_id = ? where drill_id = ? and number = ?", chat, drillId, number);
    }

    private String question(UUID centerId, int number, String reason, String language) {
        List<FaqHit> all = faq.all(centerId, language);
        List<FaqHit> fitting =
                all.stream().filter(h -> h.topic().equals(reason)).toList();
        List<FaqHit> from = fitting.isEmpty() ? all : fitting;
        return from.get(number % from.size()).question();
    }

    /** What those do who are in the middle of it. */
    void goOn() {
        List<Chatter> chatting = sql.list(
                """
                select a.drill_id, r.center_id, a.number, a.chat_id, a.language, a.patience_seconds, a.said
                from drill_arrival a join drill_run r on r.id = a.drill_id
                where a.chat_id is not null and not a.gone order by a.begun_at limit 200""",
                row -> new Chatter(
                        row.getObject("drill_id", UUID.class),
                        row.getObject("center_id", UUID.class),
                        row.getInt("number"),
                        row.getObject("chat_id", UUID.class),
                        row.getString("language"),
                        row.getInt("patience_seconds"),
                        row.getInt("said")));
        for (Chatter chatter : chatting) {
            try {
                goOn(chatter);
            } catch (ProblemException e) {
                LOG.debugf("a drill chatter waits for another moment chat=%s cause=%s", chatter.chat(), e.getMessage());
            }
        }
    }

    private void goOn(Chatter chatter) {
        Chat chat = chats.get(chatter.centerId(), chatter.chat());
        switch (chat.state()) {
            case ENDED -> over(chatter);
            case BOT, WAITING -> giveUp(chatter, chat);
            case WITH_AGENT -> answer(chatter);
        }
    }

    private void giveUp(Chatter chatter, Chat chat) {
        boolean impatient = chat.state() == ChatState.WAITING
                && chat.waitingSince() != null
                && Duration.between(chat.waitingSince(), clock.instant()).toSeconds() > chatter.patience();
        if (impatient) {
            chats.end(chatter.centerId(), chatter.chat());
            over(chatter);
        }
    }

    private void answer(Chatter chatter) {
        List<Message> messages = chats.messages(chatter.centerId(), chatter.chat(), 0);
        if (messages.isEmpty() || messages.getLast().author() != Author.AGENT) {
            return;
        }
        if (chatter.said() < LINES.size()) {
            String line = LINES.get(chatter.said()).in(chatter.language());
            chats.say(chatter.centerId(), chatter.chat(), Author.PERSON, null, line);
            sql.update(
                    "update drill_arrival set said = said + 1 where drill_id = ? and number = ?",
                    chatter.drillId(),
                    chatter.number());
        } else {
            chats.end(chatter.centerId(), chatter.chat());
            over(chatter);
        }
    }

    private void over(Chatter chatter) {
        sql.update(
                "update drill_arrival set gone = true where drill_id = ? and number = ?",
                chatter.drillId(),
                chatter.number());
    }
}
