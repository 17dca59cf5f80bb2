package io.tocsin.center;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether supervisors may listen in to calls. */
@Tag(name = "Centers")
@Path("/api/centers/{centerId}/listening")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class ListeningSwitchResource {
    private final Centers centers;
    private final ListeningSwitch listening;
    private final Caller caller;

    ListeningSwitchResource(Centers centers, ListeningSwitch listening, Caller caller) {
        this.centers = centers;
        this.listening = listening;
        this.caller = caller;
    }

    /** @param allowed whether supervisors may listen in; callers are told before they are queued while they may */
    public record Allowance(Boolean allowed) {}

    @GET
    @Operation(summary = "Whether supervisors may listen in to calls")
    public Allowance get(@PathParam("centerId") UUID id) {
        centers.get(id);
        return new Allowance(listening.isOn(id));
    }

    @PUT
    @RolesAllowed("crisis-manager")
    @Operation(summary = "Let supervisors listen in to calls, or no longer; callers are told before they are queued")
    public Allowance set(@PathParam("centerId") UUID id, Allowance wanted) {
        if (wanted == null || wanted.allowed() == null) {
            throw Problem.invalid(
                    "allowance-missing",
                    Phrase.of("Say whether supervisors may listen in.", "聴取を許可するかどうかを指定してください。"),
                    List.of(Violation.of("allowed", "Give true or false.", "true または false を指定してください。")));
        }
        centers.get(id);
        listening.set(id, wanted.allowed(), caller.name());
        return new Allowance(listening.isOn(id));
    }
}
