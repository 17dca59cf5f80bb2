package io.tocsin.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an agent does at the own seat. */
@Tag(name = "Agent desk", description = "An agent's own seat: check in, be ready, rest, leave.")
@Path("/api/centers/{centerId}/desk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "supervisor"})
@RunOnVirtualThread
class DeskResource {
    private static final Duration LONGEST_BREAK = Duration.ofHours(2);

    private final Workplace place;
    private final Entrance entrance;
    private final Desk desk;
    private final DrillPhone phone;
    private final LiveScripts voices;
    private final Clock clock;

    DeskResource(Workplace place, Entrance entrance, Desk desk, DrillPhone phone, LiveScripts voices, Clock clock) {
        this.voices = voices;
        this.place = place;
        this.entrance = entrance;
        this.desk = desk;
        this.phone = phone;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The caller's own seat and what it does")
    public SeatView mine(@PathParam("centerId") UUID centerId) {
        return view(place.seat(centerId));
    }

    @GET
    @Path("rules")
    @Operation(summary = "The rules to acknowledge at check-in")
    public List<Phrase> rules(@PathParam("centerId") UUID centerId) {
        return DeskRules.of(place.seat(centerId).isHome(), voices.listening(centerId));
    }

    @POST
    @Path("check-in")
    @Operation(summary = "Take one's seat: calls are offered from now on")
    public SeatView checkIn(@PathParam("centerId") UUID centerId, Entrance.Wanted wanted) {
        return view(entrance.checkIn(centerId, wanted));
    }

    @POST
    @Path("check-out")
    @Operation(summary = "Leave one's seat: nothing is offered any more")
    public SeatView checkOut(@PathParam("centerId") UUID centerId) {
        return view(entrance.checkOut(centerId));
    }

    @POST
    @Path("ready")
    @Operation(summary = "Be ready for the next call: ends after-call work and breaks")
    public SeatView ready(@PathParam("centerId") UUID centerId) {
        return view(desk.wish(place.acting(centerId), new SeatEvent.Ready(), "agent"));
    }

    /** @param minutes how long it is planned to be, 1 to 120 */
    public record BreakWanted(Integer minutes) {}

    @POST
    @Path("break")
    @Operation(summary = "Take a break of a planned length; the supervisor sees when it takes longer")
    public SeatView rest(@PathParam("centerId") UUID centerId, BreakWanted wanted) {
        DeskSeat seat = place.acting(centerId);
        Duration planned =
                wanted == null || wanted.minutes() == null ? Duration.ZERO : Duration.ofMinutes(wanted.minutes());
        if (!planned.isPositive() || planned.compareTo(LONGEST_BREAK) > 0) {
            throw Problem.invalid(
                    "break-invalid",
                    Phrase.of("Say how long the break is to be.", "休憩の予定時間を指定してください。"),
                    List.of(Violation.of("minutes", "Give 1 to 120 minutes.", "1～120分で指定してください。")));
        }
        return view(desk.wish(seat, new SeatEvent.Rest(planned), "agent"));
    }

    @POST
    @Path("here")
    @Operation(summary = "The agent is at the screen: the clock of the automatic log-out begins again")
    public SeatView here(@PathParam("centerId") UUID centerId) {
        return view(place.acting(centerId));
    }

    @POST
    @Path("phone/answer")
    @Operation(summary = "In a drill: pick up the phone that is answered on the screen")
    public SeatView answer(@PathParam("centerId") UUID centerId) {
        DeskSeat seat = place.acting(centerId);
        phone.answer(seat);
        return view(seat);
    }

    @POST
    @Path("phone/hang-up")
    @Operation(summary = "In a drill: hang up the phone that is answered on the screen")
    public SeatView hangUp(@PathParam("centerId") UUID centerId) {
        DeskSeat seat = place.acting(centerId);
        phone.hangUp(seat);
        return view(seat);
    }

    private SeatView view(DeskSeat seat) {
        return SeatView.of(seat, clock.instant());
    }
}
