package io.tocsin.inquiry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.Centers;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes an inquiry down by hand. */
@Path("/console/centers/{centerId}/inquiries")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor"})
class ByHandPages {
    private final ByHand byHand;
    private final Reasons reasons;
    private final Centers centers;
    private final Console console;

    ByHandPages(ByHand byHand, Reasons reasons, Centers centers, Console console) {
        this.byHand = byHand;
        this.reasons = reasons;
        this.centers = centers;
        this.console = console;
    }

    @CheckedTemplate(basePath = "inquiry")
    static class Templates {
        static native TemplateInstance byhand(
                String list,
                List<InquiryChannel> channels,
                List<String> languages,
                List<Reasons.Reason> reasons,
                Form form);
    }

    @GET
    @Path("new")
    public TemplateInstance form(@PathParam("centerId") UUID centerId) {
        return console.page(shown(centerId, Form.with(Map.of("channel", InquiryChannel.EMAIL.name()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    ByHand.Wanted wanted = read(form);
                    byHand.check(centerId, wanted, true);
                    Inquiries.Opened opened = byHand.open(centerId, wanted);
                    return console.to(InquiryPages.path(centerId) + "/" + opened.id());
                },
                failed -> shown(centerId, failed));
    }

    private static ByHand.Wanted read(Form form) {
        return new ByHand.Wanted(
                Arrays.stream(InquiryChannel.values())
                        .filter(c -> c.name().equals(form.value("channel")))
                        .findFirst()
                        .orElse(null),
                orNull(form.value("language")),
                orNull(form.value("phone")),
                orNull(form.value("email")),
                orNull(form.value("reason")),
                orNull(form.value("text")));
    }

    private static String orNull(String given) {
        return given.isEmpty() ? null : given;
    }

    private TemplateInstance shown(UUID centerId, Form form) {
        // a chat has a person at its other end: nobody can write one down
        List<InquiryChannel> channels = Arrays.stream(InquiryChannel.values())
                .filter(c -> c != InquiryChannel.CHAT)
                .toList();
        return Templates.byhand(
                InquiryPages.path(centerId), channels, centers.get(centerId).languages(), reasons.of(centerId), form);
    }
}
