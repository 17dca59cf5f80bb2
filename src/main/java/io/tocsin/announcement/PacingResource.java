package io.tocsin.announcement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How fast an announcement should go, so that the people whom it makes call are answered. */
@Tag(name = "Announcements", description = "Sending a notice to an audience: drafted, approved, started, watched.")
@Path("/api/centers/{centerId}/announcements/{id}/pacing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class PacingResource {
    private final Announcements announcements;
    private final PaceAdvice advice;

    PacingResource(Announcements announcements, PaceAdvice advice) {
        this.announcements = announcements;
        this.advice = advice;
    }

    /** @param assumed what the advice rests on; each can be given as a parameter of the request */
    public record Answer(Pacing.Advice advice, Assumed assumed) {}

    /** Percentages of 100. */
    public record Assumed(
            long recipients,
            int seats,
            int handlingSeconds,
            double responsePercent,
            double halfLifeHours,
            int withinSeconds,
            double serviceLevelPercent,
            long messagesPerMinuteAtCarrier) {}

    @GET
    @Operation(summary = "Messages per minute that the seats can answer and the carrier takes")
    public Answer pacing(
            @PathParam("centerId") UUID centerId,
            @PathParam("id") UUID id,
            @QueryParam("seats") Integer seats,
            @QueryParam("handlingSeconds") @DefaultValue("360") int handlingSeconds,
            @QueryParam("responsePercent") @DefaultValue("10") double responsePercent,
            @QueryParam("halfLifeHours") @DefaultValue("3") double halfLifeHours,
            @QueryParam("withinSeconds") @DefaultValue("20") int withinSeconds,
            @QueryParam("serviceLevelPercent") @DefaultValue("80") double serviceLevelPercent) {
        return advice.of(
                announcements.get(centerId, id),
                new PaceAdvice.Assuming(
                        seats, handlingSeconds, responsePercent, halfLifeHours, withinSeconds, serviceLevelPercent));
    }
}
