package io.tocsin.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The door of the console, and how a person wants to read it. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class HomePages {
    private final Console console;

    HomePages(Console console) {
        this.console = console;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance nothing();
    }

    /** Goes to the first page of the person's navigation. */
    @GET
    public Response home() {
        return console.firstPage().map(console::to).orElseGet(() -> Response.ok(
                        console.page(Templates.nothing()).render())
                .build());
    }

    @POST
    @Path("looks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response looks(
            @FormParam("language") String language, @FormParam("theme") String theme, @FormParam("back") String back) {
        Response.ResponseBuilder answer = Response.seeOther(URI.create(ownPath(back)));
        if (language != null && Words.LANGUAGES.contains(language)) {
            answer.cookie(Looks.keep(Looks.LANGUAGE, language));
        }
        if ("light".equals(theme) || "dark".equals(theme)) {
            NewCookie kept = Looks.keep(Looks.THEME, theme);
            answer.cookie(kept);
        }
        return answer.build();
    }

    /** Only to a page of the console: nobody is sent elsewhere by a form of ours. */
    private static String ownPath(String back) {
        return back != null && back.matches("/console[/A-Za-z0-9._~%-]*") ? back : "/console";
    }
}
