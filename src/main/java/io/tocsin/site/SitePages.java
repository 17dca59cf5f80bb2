package io.tocsin.site;

import io.quarkus.qute.Engine;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Remembered;
import io.tocsin.platform.SharedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the pages of the site: the frame with the organization's name, and what is inside. */
@ApplicationScoped
class SitePages {
    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final int MOST = 64;
    /** Those that have an address of their own. */
    private static final Set<String> PAGES = Set.of("faq", "check", "contact", "chat", "prove");

    private final Engine templates;
    private final SiteConfig config;
    private final Clock clock;
    private final Remembered<Edition, SharedBody> written = new Remembered<>(MOST);

    SitePages(Engine templates, SiteConfig config, Clock clock) {
        this.templates = templates;
        this.config = config;
        this.clock = clock;
    }

    private record Edition(SiteCenter center, String language, String page, long moment) {}

    /** @param page name of the template below {@code site/}, and of the page in the menu */
    String html(SiteCenter center, String language, String page, Map<String, ?> data) {
        Map<String, String> words = SiteWords.of(language);
        Map<String, Object> all = new HashMap<>(data);
        all.put("w", words);
        all.put("center", Map.of("organization", center.organization(), "number", center.number()));
        all.put("language", language);
        all.put("path", center.path(language));
        all.put("page", page);
        all.put("others", others(center, language, page));
        all.put("title", words.get(page));
        all.put("drill", center.mode() == Mode.DRILL);
        all.put("assets", Assets.version());
        return templates
                .getTemplate("site/" + page + ".html")
                .instance()
                .data(all)
                .render();
    }

    /** The same page in the center's other languages, each under its own name. */
    private static List<Map<String, String>> others(SiteCenter center, String language, String page) {
        return center.languages().stream()
                .filter(other -> !other.equals(language))
                .map(other -> Map.of(
                        "code",
                        other,
                        "name",
                        Locale.of(other).getDisplayLanguage(Locale.of(other)),
                        "path",
                        center.path(other) + (PAGES.contains(page) ? "/" + page : "")))
                .toList();
    }

    /**
     * A page that is the same for everybody: written once for as long as what is shown of a center may be old, however many
     * ask; kept by browsers and proxies for a moment, then only compared.
     */
    Response shared(
            Request request,
            HttpHeaders headers,
            SiteCenter center,
            String language,
            String page,
            Supplier<Map<String, ?>> data) {
        long moment = clock.millis() / Math.max(1, config.centerFor().toMillis());
        SharedBody body = written.get(
                new Edition(center, language, page, moment),
                () -> SharedBody.of(html(center, language, page, data.get())));
        return framed(body.answer(request, headers), language)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + config.cacheFor().toSeconds())
                .build();
    }

    /** A page for one reader alone. */
    Response own(int status, String language, String html) {
        return framed(Response.status(status).entity(html), language)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response.ResponseBuilder framed(Response.ResponseBuilder answer, String language) {
        return answer.type(HTML)
                .header("Content-Language", language)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** Where the site is not up: the notice's page says what there is to say, or that there is nothing. */
    static Response elsewhere(UUID centerId, String language) {
        return Response.seeOther(URI.create(
                        "/notices/" + centerId + "/" + java.net.URLEncoder.encode(language, StandardCharsets.UTF_8)))
                .build();
    }
}
