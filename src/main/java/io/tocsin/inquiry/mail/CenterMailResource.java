package io.tocsin.inquiry.mail;

import io.tocsin.announcement.MailAddresses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people write to. */
@Tag(name = "Inquiries")
@Path("/api/centers/{centerId}/mail")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "supervisor", "agent", "ops", "auditor"})
class CenterMailResource {
    private final MailConfig config;

    CenterMailResource(MailConfig config) {
        this.config = config;
    }

    /** @param address null where the installation reads no mailbox */
    public record CenterMail(String address) {}

    @GET
    @Operation(summary = "The address at which the center takes e-mails: for notices, and for a try")
    public CenterMail address(@PathParam("centerId") UUID centerId) {
        return new CenterMail(config.address()
                .filter(a -> config.host().isPresent())
                .map(a -> MailAddresses.tagged(a, MailAddresses.About.CENTER, centerId))
                .orElse(null));
    }
}
