package io.tocsin.inquiry;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may be given an inquiry, and giving it. */
@Tag(name = "Inquiries")
@Path("/api/centers/{centerId}/inquiries/{inquiryId}/assignment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor"})
class AssignmentsResource {
    private final Assignments assignments;
    private final VisibleInquiries visible;
    private final Caller caller;

    AssignmentsResource(Assignments assignments, VisibleInquiries visible, Caller caller) {
        this.assignments = assignments;
        this.visible = visible;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Agents who are at work and may have this inquiry, the best suited first")
    public List<Assignments.Candidate> candidates(
            @PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id) {
        return assignments.of(visible.get(centerId, id));
    }

    /** @param to the agent's e-mail */
    public record Wanted(String to) {}

    @POST
    @Operation(summary = "Give a written inquiry to an agent, whoever had it before")
    public Response assign(@PathParam("centerId") UUID centerId, @PathParam("inquiryId") UUID id, Wanted wanted) {
        visible.get(centerId, id);
        Inquiry given =
                visible.seen(assignments.assign(centerId, id, wanted == null ? null : wanted.to(), caller.name()));
        return Response.ok(given).tag(Versions.tag(given.version())).build();
    }
}
