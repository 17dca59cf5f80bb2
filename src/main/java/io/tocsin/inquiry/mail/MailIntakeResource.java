package io.tocsin.inquiry.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mailbox of inquiries, for ops. */
@Tag(name = "Inquiries")
@Path("/api/mail-intake")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"ops", "auditor", "crisis-manager"})
class MailIntakeResource {
    private final ArrivedMails mails;
    private final MailConfig config;
    private final Clock clock;

    MailIntakeResource(ArrivedMails mails, MailConfig config, Clock clock) {
        this.mails = mails;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param reading whether a mailbox is configured
     * @param broken e-mails that could not be read and were set aside, as long as they are kept
     * @param noCenter e-mails that belong to no center, set aside
     */
    public record Intake(boolean reading, int broken, int noCenter) {}

    @GET
    @Operation(summary = "Whether people's e-mails are read, and how many were set aside for somebody to look at")
    public Intake intake() {
        Instant since = clock.instant().minus(config.keepFor());
        return new Intake(
                config.host().isPresent(), mails.count(Fate.BROKEN, since), mails.count(Fate.NO_CENTER, since));
    }
}
