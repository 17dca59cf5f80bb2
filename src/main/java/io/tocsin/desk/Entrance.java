package io.tocsin.desk;

import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.drill.HandPhones;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sitting down and leaving: what is demanded for it, on the record either way. */
@ApplicationScoped
class Entrance {
    private final Workplace place;
    private final Desk desk;
    private final Waves waves;
    private final Centers centers;
    private final HandPhones phones;
    private final DeskConfig config;
    private final AuditLog audit;

    Entrance(
            Workplace place,
            Desk desk,
            Waves waves,
            Centers centers,
            HandPhones phones,
            DeskConfig config,
            AuditLog audit) {
        this.place = place;
        this.desk = desk;
        this.waves = waves;
        this.centers = centers;
        this.phones = phones;
        this.config = config;
        this.audit = audit;
    }

    /**
     * @param rulesAcknowledged the rules at {@code GET …/desk/rules}
     * @param afterCallWork whether nothing more is offered after a call until the agent is ready again; true if missing
     * @param phoneByHand in a drill: whether the agent answers on the screen, instead of the simulated phone by itself
     */
    public record Wanted(Boolean rulesAcknowledged, Boolean afterCallWork, Boolean phoneByHand) {}

    DeskSeat checkIn(UUID centerId, Wanted wanted) {
        DeskSeat seat = place.seat(centerId);
        List<Violation> obstacles = new CheckIn(
                        wanted != null && Boolean.TRUE.equals(wanted.rulesAcknowledged()),
                        place.networkAllowed(seat),
                        seat.isHome(),
                        seat.homePermission(),
                        place.usedOneTimeCode(),
                        config.oneTimeCodeAtHome(),
                        waves.isOpen(centerId, seat.wave()))
                .obstacles();
        if (!obstacles.isEmpty()) {
            audit.record(
                    place.name(),
                    "seat.check-in-refused",
                    "seat " + seat.seatNo(),
                    centerId,
                    Map.of("because", obstacles.stream().map(Violation::field).toList()));
            throw Problem.invalid(
                    "check-in",
                    Phrase.of("You cannot sit down yet. See below what is missing.", "まだ着席できません。不足している項目をご確認ください。"),
                    obstacles);
        }
        IncidentCenter center = centers.get(centerId);
        if (center.mode() == Mode.DRILL && wanted.phoneByHand() != null) {
            phones.give(seat.ring(), wanted.phoneByHand());
        }
        DeskSeat taken = desk.checkIn(seat, wanted.afterCallWork() == null || wanted.afterCallWork());
        audit.record(
                place.name(),
                "seat.checked-in",
                "seat " + seat.seatNo(),
                centerId,
                Map.of(
                        "site", seat.site(),
                        "rulesAcknowledged", true,
                        "oneTimeCode", place.usedOneTimeCode()));
        return taken;
    }

    DeskSeat checkOut(UUID centerId) {
        DeskSeat seat = place.seat(centerId);
        DeskSeat left = desk.wish(seat, new SeatEvent.CheckOut(), "agent");
        audit.record(place.name(), "seat.checked-out", "seat " + seat.seatNo(), centerId, Map.of());
        return left;
    }
}
