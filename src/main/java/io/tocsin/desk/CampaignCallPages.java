package io.tocsin.desk;

import io.tocsin.campaign.SkipReason;
import io.tocsin.console.Form;
import io.tocsin.platform.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;

/** Calls of a campaign from the desk's page: the next person, call them, pass them by. */
@Path("/console/centers/{centerId}/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"agent", "supervisor"})
class CampaignCallPages {
    private final Workplace place;
    private final CampaignCalls calls;
    private final DeskPages pages;

    CampaignCallPages(Workplace place, CampaignCalls calls, DeskPages pages) {
        this.place = place;
        this.calls = calls;
        this.pages = pages;
    }

    @POST
    @Path("campaigns/{campaignId}/next")
    public Response next(@PathParam("centerId") UUID centerId, @PathParam("campaignId") UUID campaignId) {
        return attempt(centerId, Form.empty(), () -> calls.next(place.acting(centerId), campaignId));
    }

    @POST
    @Path("previews/{attemptId}/call")
    public Response call(@PathParam("centerId") UUID centerId, @PathParam("attemptId") UUID attemptId) {
        return attempt(centerId, Form.empty(), () -> calls.call(place.acting(centerId), attemptId));
    }

    @POST
    @Path("previews/{attemptId}/skip")
    public Response skip(
            @PathParam("centerId") UUID centerId,
            @PathParam("attemptId") UUID attemptId,
            MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        SkipReason why = Arrays.stream(SkipReason.values())
                .filter(r -> r.name().equals(form.value("why")))
                .findFirst()
                .orElse(SkipReason.OTHER);
        return attempt(centerId, form, () -> calls.skip(place.acting(centerId), attemptId, why));
    }

    private Response attempt(UUID centerId, Form form, Runnable act) {
        // without a seat in the center there is no desk to say anything on
        place.seat(centerId);
        try {
            return pages.take(centerId, form, act);
        } catch (ProblemException e) {
            // a case that was called, passed by or held too long is said on the desk's page, too
            if (e.problem().status() == 404) {
                return pages.wrong(centerId, form, e);
            }
            throw e;
        }
    }
}
