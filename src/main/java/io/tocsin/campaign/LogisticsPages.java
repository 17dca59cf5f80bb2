package io.tocsin.campaign;

import io.smallrye.common.annotation.Blocking;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files to and from those who fetch goods, from the page of a campaign. */
@Path("/console/centers/{centerId}/campaigns/{id}")
@RolesAllowed({"crisis-manager", "supervisor", "ops"})
@Blocking
class LogisticsPages {
    private final Campaigns campaigns;
    private final CampaignPages pages;
    private final PickupDownload download;
    private final PickupResults results;
    private final Caller caller;
    private final Console console;

    LogisticsPages(
            Campaigns campaigns,
            CampaignPages pages,
            PickupDownload download,
            PickupResults results,
            Caller caller,
            Console console) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.download = download;
        this.results = results;
        this.caller = caller;
        this.console = console;
    }

    @GET
    @Path("pickups")
    @Produces("text/csv")
    public Response pickups(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @QueryParam("day") String day) {
        return download.of(campaigns.get(centerId, id), day);
    }

    /** What became of visits; lines that cannot be used are shown with what is wrong. */
    @POST
    @Path("results")
    @Produces(MediaType.TEXT_HTML)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response results(
            @PathParam("centerId") UUID centerId, @PathParam("id") UUID id, @RestForm FileUpload results) {
        Campaign campaign = campaigns.get(centerId, id);
        return console.take(
                Form.empty(),
                () -> {
                    PickupResults.Report report = this.results.take(campaign, content(results), caller.name());
                    return console.shown(pages.shown(centerId, id, Form.empty(), report));
                },
                failed -> pages.shown(centerId, id, failed, null));
    }

    private static String content(FileUpload file) {
        if (file == null || file.size() == 0) {
            Phrase say = Phrase.of("Choose the file with the results.", "結果のファイルを選んでください。");
            throw Problem.invalid("results-missing", say, List.of(new Violation("results", say)));
        }
        try {
            return Files.readString(file.uploadedFile());
        } catch (CharacterCodingException e) {
            Phrase say = Phrase.of("Save the file as CSV in UTF-8.", "UTF-8 の CSV として保存してください。");
            throw Problem.invalid("results-unreadable", say, List.of(new Violation("results", say)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
