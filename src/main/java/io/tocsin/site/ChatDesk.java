package io.tocsin.site;

import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.ChatState;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.Message;
import io.tocsin.inquiry.UnknownQuestions;
import io.tocsin.inquiry.faq.FaqHit;
import io.tocsin.inquiry.faq.FaqSearch;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The visitor's side of a chat: the FAQ answers first, then a person. */
@ApplicationScoped
class ChatDesk {
    private final Chats chats;
    private final FaqSearch faq;
    private final UnknownQuestions unknown;
    private final Seats seats;

    ChatDesk(Chats chats, FaqSearch faq, UnknownQuestions unknown, Seats seats) {
        this.chats = chats;
        this.faq = faq;
        this.unknown = unknown;
        this.seats = seats;
    }

    /** What the visitor sees: not what agents tell each other. */
    List<Message> messages(Chat chat, long after) {
        return chats.messages(chat.centerId(), chat.inquiry(), after).stream()
                .filter(m -> m.author() != Author.NOTE)
                .toList();
    }

    /** @return what was stored, and what was masked in it */
    Masked say(Chat chat, String text) {
        Masked said = chats.say(chat.centerId(), chat.inquiry(), Author.PERSON, null, text);
        if (chat.state() == ChatState.BOT) {
            List<FaqHit> hits = faq.search(chat.centerId(), chat.language(), said.text());
            if (!FaqSearch.isKnown(hits)) {
                unknown.add(chat.centerId(), chat.language(), said.text());
            }
            chats.say(chat.centerId(), chat.inquiry(), Author.BOT, null, ChatBot.answer(hits, chat.language()));
        }
        return said;
    }

    boolean isAnybodyThere(UUID centerId) {
        return seats.isAnybodySignedIn(centerId);
    }
}
