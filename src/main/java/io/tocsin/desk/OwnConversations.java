package io.tocsin.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Conversations that agents begin themselves, chats and calls of ours: call routing does not end them, so we do. */
@ApplicationScoped
class OwnConversations {
    private final Contacts contacts;
    private final DeskSeats seats;
    private final Desk desk;

    OwnConversations(Contacts contacts, DeskSeats seats, Desk desk) {
        this.contacts = contacts;
        this.seats = seats;
        this.desk = desk;
    }

    /** The seat is free of it, and writes it up. Over already: nothing. */
    void over(Contact contact) {
        QuarkusTransaction.joiningExisting()
                .run(() -> seats.lock(contact.centerId(), contact.seatNo()).ifPresent(seat -> {
                    if (contacts.ended(contact.id())) {
                        desk.told(seat, new SeatEvent.Ended(contact.id(), false));
                    }
                }));
    }
}
