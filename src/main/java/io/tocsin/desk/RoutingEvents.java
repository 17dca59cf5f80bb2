package io.tocsin.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what the carrier tells of tasks and offers (Twilio, "TaskRouter events") and moves seats after it. Events come
 * late, twice and out of order; each is one transaction that holds the seat's row.
 */
@ApplicationScoped
class RoutingEvents {
    private final Contacts contacts;
    private final QueueTasks tasks;
    private final DeskSeats seats;
    private final Desk desk;
    private final Clock clock;

    RoutingEvents(Contacts contacts, QueueTasks tasks, DeskSeats seats, Desk desk, Clock clock) {
        this.contacts = contacts;
        this.tasks = tasks;
        this.seats = seats;
        this.desk = desk;
        this.clock = clock;
    }

    @Transactional
    public void take(UUID centerId, CarrierForm event) {
        String task = event.get("TaskSid");
        switch (event.get("EventType")) {
            case "task.created" -> tasks.queued(centerId, task, QueuedCall.of(event.get("TaskAttributes")), at(event));
            case "reservation.created" -> offered(centerId, event);
            case "reservation.accepted" -> answered(centerId, event);
            case "reservation.timeout", "reservation.rejected" -> missed(centerId, event, true);
            case "reservation.rescinded", "reservation.canceled" -> missed(centerId, event, false);
            case "task.canceled", "task.completed", "task.deleted" -> over(task);
            case "task.wrapup" -> {
                tasks.wrapsUp(task, event.get("WorkspaceSid"));
                over(task);
            }
            default -> {
                // Twilio tells of much more than concerns a desk.
            }
        }
    }

    private void offered(UUID centerId, CarrierForm event) {
        lockSeat(centerId, event).ifPresent(seat -> {
            Contact contact = contact(event, seat);
            if (contact.stage() == Contact.Stage.OFFERED) {
                desk.told(seat, new SeatEvent.Offered(contact.id()));
            }
        });
    }

    private void answered(UUID centerId, CarrierForm event) {
        tasks.queued(centerId, event.get("TaskSid"), QueuedCall.of(event.get("TaskAttributes")), at(event));
        tasks.answered(event.get("TaskSid"));
        lockSeat(centerId, event).ifPresent(seat -> {
            Contact contact = contact(event, seat);
            if (contacts.answered(contact.id())) {
                desk.told(seat, new SeatEvent.Answered(contact.id()));
            }
        });
    }

    private void missed(UUID centerId, CarrierForm event, boolean agentsFault) {
        lockSeat(centerId, event).ifPresent(seat -> contacts.byReservation(event.get("ReservationSid"))
                .filter(contact -> contacts.missed(contact.id()))
                .ifPresent(contact -> desk.told(seat, new SeatEvent.NotAnswered(contact.id(), agentsFault))));
    }

    /** Whoever was offered the call or spoke with the caller is free of it. */
    private void over(String taskSid) {
        tasks.ended(taskSid);
        for (Contact contact : contacts.openOfTask(taskSid)) {
            seats.lock(contact.centerId(), contact.seatNo()).ifPresent(seat -> {
                if (contacts.missed(contact.id())) {
                    desk.told(seat, new SeatEvent.NotAnswered(contact.id(), false));
                } else if (contacts.ended(contact.id())) {
                    desk.told(seat, new SeatEvent.Ended(contact.id(), true));
                }
            });
        }
    }

    private Contact contact(CarrierForm event, DeskSeat seat) {
        return contacts.ofReservation(
                event.get("ReservationSid"), event.get("TaskSid"), seat, QueuedCall.of(event.get("TaskAttributes")));
    }

    private Optional<DeskSeat> lockSeat(UUID centerId, CarrierForm event) {
        String attributes = event.get("WorkerAttributes");
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        JsonNode worker = Json.tree(attributes);
        return seats.lock(centerId, worker.path("seat").asText())
                .filter(seat ->
                        seat.personId().toString().equals(worker.path("person").asText()));
    }

    private Instant at(CarrierForm event) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(event.get("TimestampMs")));
        } catch (NumberFormatException e) {
            return clock.instant();
        }
    }
}
