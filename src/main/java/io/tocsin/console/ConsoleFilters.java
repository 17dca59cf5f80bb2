package io.tocsin.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.platform.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Lets the console's language hold for errors too, and shows errors as pages. */
class ConsoleFilters {
    private static final String PREFIX = "/console";

    private final Console console;
    private final Looks looks;

    ConsoleFilters(Console console, Looks looks) {
        this.console = console;
        this.looks = looks;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance problem(
                int status, String title, String detail, List<String> violations, String back);

        static native TemplateInstance trouble(String title, String detail, List<String> violations);
    }

    @ServerRequestFilter(preMatching = true)
    public void chosenLanguage(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith(PREFIX)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, looks.language());
        }
    }

    @ServerResponseFilter
    public void errorsAsPages(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (!request.getUriInfo().getPath().startsWith(PREFIX)
                || type == null
                || !type.getSubtype().equals("problem+json")) {
            return;
        }
        JsonNode problem = Json.tree(String.valueOf(response.getEntity()));
        List<String> violations = new ArrayList<>();
        problem.path("violations").forEach(v -> violations.add(v.path("message").asText()));
        String title = problem.path("title").asText();
        String detail = problem.path("detail").asText();
        boolean isPart = request.getHeaderString("HX-Request") != null;
        TemplateInstance shown = isPart
                ? console.part(Templates.trouble(title, detail, violations))
                : console.page(Templates.problem(response.getStatus(), title, detail, violations, back(request)));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        response.setEntity(shown.render());
    }

    /** The page that a refused form stands on; null where there is none of ours. */
    private static String back(ContainerRequestContext request) {
        String referer = request.getHeaderString("Referer");
        if (referer == null || request.getMethod().equals("GET")) {
            return null;
        }
        try {
            String path = URI.create(referer).getRawPath();
            return path != null && path.startsWith(PREFIX) ? path : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
