package io.tocsin.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.Chats;
import io.tocsin.inquiry.Message;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Chats at a seat: taken, spoken in, ended; a seat with a chat is offered no calls. */
@ApplicationScoped
class SeatChats {
    private final Chats chats;
    private final Contacts contacts;
    private final OwnConversations conversations;
    private final Desk desk;
    private final Sql sql;
    private final Clock clock;

    SeatChats(Chats chats, Contacts contacts, OwnConversations conversations, Desk desk, Sql sql, Clock clock) {
        this.chats = chats;
        this.contacts = contacts;
        this.conversations = conversations;
        this.desk = desk;
        this.sql = sql;
        this.clock = clock;
    }

    /** Those that the seat may take, the longest waiting first. */
    List<Chat> waiting(DeskSeat seat) {
        return chats.waiting(seat.centerId(), seat.personalData());
    }

    /** First the seat, so that no call comes; a chat that somebody else took gives it back. */
    DeskSeat take(DeskSeat seat, UUID chatId) {
        Chat chat = waiting(seat).stream()
                .filter(c -> c.inquiry().equals(chatId))
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "chat-gone",
                        Phrase.of("Somebody else has this chat by now. Take the next one.", "このチャットは他の担当者が対応中です。")));
        UUID contact = Ids.next(clock.instant());
        DeskSeat busy = desk.wish(seat, new SeatEvent.Take(contact), "agent");
        contacts.chat(contact, busy, chatId, chat.language(), chat.personalData());
        try {
            chats.take(seat.centerId(), chatId, seat.email());
        } catch (ProblemException taken) {
            conversations.over(contacts.find(seat.centerId(), contact).orElseThrow());
            throw taken;
        }
        return busy;
    }

    List<Message> messages(DeskSeat seat, long after) {
        return chats.messages(seat.centerId(), current(seat).chatId(), after);
    }

    /** @return what was masked, for its author; empty for nothing */
    Optional<Phrase> say(DeskSeat seat, String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        var masked = chats.say(seat.centerId(), current(seat).chatId(), Author.AGENT, seat.email(), text);
        return masked.isClean() ? Optional.empty() : Optional.of(masked.warning());
    }

    void end(DeskSeat seat) {
        Contact contact = current(seat);
        chats.end(seat.centerId(), contact.chatId());
        conversations.over(contact);
    }

    private Contact current(DeskSeat seat) {
        return contacts.find(seat.centerId(), seat.moment().contact())
                .filter(c -> c.kind() == Contact.Kind.CHAT)
                .orElseThrow(
                        () -> Problem.conflict("no-chat", Phrase.of("You have no chat at hand.", "対応中のチャットはありません。")));
    }

    /** Chats whose agent was logged out, or left the seat, wait for another one. */
    void giveBackLeft() {
        sql.list("""
                        select d.* from desk_contact d join chat c on c.inquiry_id = d.chat_id
                        join roster_person p on p.id = d.person_id and p.email = c.agent
                        join desk_seat s on s.center_id = d.center_id and s.seat_no = d.seat_no
                        where d.kind = 'CHAT' and d.stage = 'ANSWERED' and c.state = 'WITH_AGENT' and d.answered_at < ?
                            and (s.person_id <> d.person_id or s.contact_id is distinct from d.id)""", Contact::read, clock.instant().minusSeconds(5))
                .forEach(left -> QuarkusTransaction.joiningExisting().run(() -> {
                    if (contacts.ended(left.id())) {
                        chats.giveBack(left.centerId(), left.chatId(), "tocsin");
                    }
                }));
    }

    /** Seats whose chat the other side ended, or a supervisor took over, are free of it. */
    void followEnds() {
        sql.list(
                        """
                        select d.* from desk_contact d join chat c on c.inquiry_id = d.chat_id
                        join roster_person p on p.id = d.person_id
                        where d.kind = 'CHAT' and d.stage = 'ANSWERED'
                            and (c.state = 'ENDED' or c.agent is distinct from p.email)
                            and d.answered_at < ?""",
                        Contact::read,
                        // between the seat and the chat there is a moment in which the chat is not taken yet
                        clock.instant().minusSeconds(5))
                .forEach(conversations::over);
    }
}
