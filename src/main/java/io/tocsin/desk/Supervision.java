package io.tocsin.desk;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.seat.HomePermission;
import io.tocsin.seat.Person;
import io.tocsin.seat.SeatDesk;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What a supervisor does to seats, all of it on the record. */
@ApplicationScoped
class Supervision {
    private static final Logger LOG = Logger.getLogger(Supervision.class);

    private final DeskSeats rows;
    private final Desk desk;
    private final Queues queues;
    private final Seats seats;
    private final SeatDesk routing;
    private final HomePermission home;
    private final AuditLog audit;

    Supervision(
            DeskSeats rows,
            Desk desk,
            Queues queues,
            Seats seats,
            SeatDesk routing,
            HomePermission home,
            AuditLog audit) {
        this.rows = rows;
        this.desk = desk;
        this.queues = queues;
        this.seats = seats;
        this.routing = routing;
        this.home = home;
        this.audit = audit;
    }

    /** The seat answers these queues, until it is left or the roster changes. */
    DeskSeat moveTo(UUID centerId, String seatNo, List<String> names, String by) {
        DeskSeat seat = rows.one(centerId, seatNo);
        if (!seat.isAtWork()) {
            throw Problem.conflict(
                    "not-checked-in",
                    Phrase.of("Nobody is at work at seat %s.", "席 %s は着席していません。")
                            .with(seatNo));
        }
        List<String> skills = queues.skillsFor(seat, names == null ? List.of() : names);
        routing.answer(centerId, seats.ownSeat(centerId, seat.email()), skills);
        rows.queues(seat, names);
        audit.record(by, "seat.moved", "seat " + seatNo, centerId, Map.of("queues", names));
        return rows.one(centerId, seatNo);
    }

    DeskSeat heard(UUID centerId, String seatNo, boolean passed, String by) {
        DeskSeat seat = rows.one(centerId, seatNo);
        rows.voice(seat, passed, by);
        audit.record(by, "seat.voice-checked", "seat " + seatNo, centerId, Map.of("passed", passed));
        return rows.one(centerId, seatNo);
    }

    DeskSeat logOut(UUID centerId, String seatNo, String by) {
        desk.sendHome(rows.one(centerId, seatNo), "seat.logged-out", by);
        return rows.one(centerId, seatNo);
    }

    /** Whose seat is at home leaves it at once, and the session with it. */
    DeskSeat revokeHome(UUID centerId, String seatNo, String reason, String by) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid(
                    "reason-missing",
                    Phrase.of("Say why: it goes on the record.", "理由を記入してください。記録に残ります。"),
                    List.of(Violation.of("reason", "Give a reason.", "理由を記入してください。")));
        }
        DeskSeat seat = rows.one(centerId, seatNo);
        Person person = home.revoke(centerId, seat.personId(), seat.isHome(), reason, by);
        if (seat.isHome()) {
            desk.sendHome(seat, "seat.home-log-out", by);
            endSessions(seat, person);
        }
        return rows.one(centerId, seatNo);
    }

    /** The center is closed to the person already; a log-in server that is away changes nothing about that. */
    private void endSessions(DeskSeat seat, Person person) {
        try {
            home.endSessions(person);
        } catch (VendorFailure e) {
            LOG.warnf(
                    "the log-in server did not end the sessions center=%s seat=%s cause=%s",
                    seat.centerId(), seat.seatNo(), e.getMessage());
        }
    }

    DeskSeat grantHome(UUID centerId, String seatNo, String by) {
        home.grant(centerId, rows.one(centerId, seatNo).personId(), by);
        return rows.one(centerId, seatNo);
    }
}
