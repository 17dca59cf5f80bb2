package io.tocsin.desk;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The conversation that a seat is offered, has, or writes up. */
@ApplicationScoped
class Conversation {
    private final Contacts contacts;
    private final KnownPeople people;
    private final Sql sql;

    Conversation(Contacts contacts, KnownPeople people, Sql sql) {
        this.contacts = contacts;
        this.people = people;
        this.sql = sql;
    }

    Optional<ContactView> of(DeskSeat seat) {
        return contacts.find(seat.centerId(), seat.moment().contact())
                .map(contact -> ContactView.of(contact, queuedAt(contact), contact.inquiryId(), known(seat, contact)));
    }

    private Known known(DeskSeat seat, Contact contact) {
        if (!seat.personalData()) {
            return Known.HIDDEN;
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
