package io.tocsin.site;

import io.tocsin.platform.Phrase;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps the public site up in a rush, and others' pages from sending its forms. Answers in words of both languages: the
 * reader's is not known here.
 */
class SiteGuard {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    private final SiteConfig config;
    private final Clock clock;
    private final String origin;
    private final Windows reads;
    private final Windows writes;

    SiteGuard(SiteConfig config, Clock clock, @ConfigProperty(name = "tocsin.public-base-url") String publicBaseUrl) {
        this.config = config;
        this.clock = clock;
        this.origin = publicBaseUrl.replaceAll("(https?://[^/]+).*", "$1");
        this.reads = new Windows(SECOND, config.readsPerSecond());
        this.writes = new Windows(MINUTE, config.writesPerMinute());
    }

    @ServerRequestFilter
    public Optional<Response> guard(ContainerRequestContext request, HttpServerRequest http) {
        if (!request.getUriInfo().getPath().startsWith("/notices/")) {
            return Optional.empty();
        }
        String address = config.addressHeader()
                .map(request::getHeaderString)
                .map(header -> header.split(",")[0].strip())
                .orElseGet(() -> http.remoteAddress().hostAddress());
        if (request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD)) {
            return reads.admits(address, clock.millis()) ? Optional.empty() : Optional.of(tooMany("1"));
        }
        if (!isOurs(request.getHeaderString("Sec-Fetch-Site"), request.getHeaderString("Origin"))) {
            return Optional.of(said(
                    403, Phrase.of("Please open the page again and use the form there.", "ページを開き直し、そこのフォームをご利用ください。")));
        }
        if (!writes.admits(address, clock.millis())) {
            return Optional.of(tooMany("60"));
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("[0-9]{1,15}") && Long.parseLong(length) > config.largestForm()) {
            return Optional.of(tooLarge());
        }
        return Optional.empty();
    }

    /** A program that sends neither header is not a browser under attack. */
    private boolean isOurs(String fetchSite, String from) {
        boolean same = fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
        return same && (from == null || from.equals(origin));
    }

    static Response tooLarge() {
        return said(
                413,
                Phrase.of(
                        "The file is too large. Please send at most 5 MB: a smaller picture is enough.",
                        "ファイルが大きすぎます。5MB以内の画像またはPDFをお送りください。"));
    }

    private static Response tooMany(String seconds) {
        return Response.fromResponse(said(
                        429,
                        Phrase.of(
                                "Many people are reading this page right now. Please try again in a minute.",
                                "ただいまアクセスが集中しています。1分ほどたってから、もう一度お試しください。")))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response said(int status, Phrase words) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'")
                .entity("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width,initial-scale=1\"><title>" + status
                        + "</title></head><body><main><p>" + words.en() + "</p><p lang=\"ja\">" + words.ja()
                        + "</p></main></body></html>")
                .build();
    }
}
