package io.tocsin.desk;

import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The conversation that a seat is offered, has, or writes up. */
@ApplicationScoped
class Conversation {
    private final Contacts contacts;
    private final KnownPeople people;
    private final Inquiries inquiries;
    private final CallBackTable callBacks;
    private final ListeningTable listenings;
    private final Sql sql;

    Conversation(
            Contacts contacts,
            KnownPeople people,
            Inquiries inquiries,
            CallBackTable callBacks,
            ListeningTable listenings,
            Sql sql) {
        this.listenings = listenings;
        this.contacts = contacts;
        this.people = people;
        this.inquiries = inquiries;
        this.callBacks = callBacks;
        this.sql = sql;
    }

    Optional<ContactView> of(DeskSeat seat) {
        return contacts.find(seat.centerId(), seat.moment().contact()).map(contact -> {
            Optional<Inquiry> inquiry = inquiry(contact);
            return ContactView.of(
                    contact,
                    queuedAt(contact),
                    listenings.isHeard(contact.id()),
                    inquiry.map(Inquiry::id).orElse(null),
                    inquiry.filter(i -> i.outcome() != null).isPresent(),
                    called(contact),
                    known(seat, contact, inquiry));
        });
    }

    private Phrase called(Contact contact) {
        return contact.isCallBack()
                ? callBacks
                        .ofContact(contact.id())
                        .map(CallBack::outcome)
                        .map(CallBack.Outcome::words)
                        .orElse(null)
                : null;
    }

    private Optional<Inquiry> inquiry(Contact contact) {
        return contact.inquiryId() != null
                ? Optional.of(inquiries.get(contact.centerId(), contact.inquiryId()))
                : inquiries.byVendorId(contact.centerId(), contact.callSid());
    }

    /** Whoever proved who they are by a code is known by that, whatever phone they call from. */
    private Known known(DeskSeat seat, Contact contact, Optional<Inquiry> inquiry) {
        if (!seat.personalData()) {
            return Known.HIDDEN;
        }
        Optional<UUID> recipient = inquiry.map(Inquiry::recipient);
        if (recipient.isPresent()) {
            return people.byIds(seat.centerId(), List.of(recipient.get()));
        }
        return contact.callSid() == null ? Known.NOBODY : people.byCall(seat.centerId(), contact.callSid());
    }

    private Instant queuedAt(Contact contact) {
        return contact.callSid() == null
                ? null
                : sql.first(
                                "select queued_at from desk_task where call_sid = ? order by queued_at desc limit 1",
                                row -> Sql.instant(row, "queued_at"),
                                contact.callSid())
                        .orElse(null);
    }
}
