package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where ops' mail server hands over what came back. */
@Tag(name = "Announcements")
@Path("/webhooks/mail/bounces")
@PermitAll
class BouncesResource {
    private final Bounces bounces;
    private final byte[] secret;

    BouncesResource(Bounces bounces, AnnouncementConfig config) {
        this.bounces = bounces;
        this.secret = config.mail().hookToken().orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** @param token the secret of {@code tocsin.announcement.mail.hook-token} */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Hand over a returned e-mail as it came, with X-Tocsin-Hook-Token")
    public Response take(@HeaderParam("X-Tocsin-Hook-Token") String token, byte[] mail) {
        if (secret.length == 0
                || token == null
                || !MessageDigest.isEqual(secret, token.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.forbidden(Phrase.of(
                    "Send the secret of tocsin.announcement.mail.hook-token.",
                    "tocsin.announcement.mail.hook-token の値を送ってください。"));
        }
        boolean ours = bounces.take(new String(mail, StandardCharsets.UTF_8));
        return Response.status(ours ? 204 : 202).build();
    }
}
