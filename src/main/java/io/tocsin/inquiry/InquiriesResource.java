package io.tocsin.inquiry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people turned to a center with. */
@Tag(name = "Inquiries", description = "What people turned to a center with.")
@Path("/api/centers/{centerId}/inquiries")
@Produces(MediaType.APPLICATION_JSON)
class InquiriesResource {
    private static final int MOST = 200;

    private final Inquiries inquiries;

    InquiriesResource(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** @param next id to pass as {@code after} for the next page; null on the last */
    public record Page(List<Inquiries.Inquiry> inquiries, UUID next) {}

    @GET
    @RolesAllowed({"crisis-manager", "supervisor", "agent"})
    @Operation(summary = "Inquiries of the center, newest first")
    public Page list(
            @PathParam("centerId") UUID centerId,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Inquiries.Inquiry> found = inquiries.page(centerId, after, size);
        return new Page(found, found.size() < size ? null : found.getLast().id());
    }
}
