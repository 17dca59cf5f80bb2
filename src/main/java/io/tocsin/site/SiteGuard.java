package io.tocsin.site;

import io.tocsin.platform.PublicUrl;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps the public site up in a rush, and others' pages from sending its forms. */
class SiteGuard {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    private final SiteConfig config;
    private final Clock clock;
    private final String origin;
    private final Windows reads;
    private final Windows writes;

    SiteGuard(
            SiteConfig config, Clock clock, @ConfigProperty(name = "tocsin.public-base-url") PublicUrl publicBaseUrl) {
        this.config = config;
        this.clock = clock;
        this.origin = publicBaseUrl.origin();
        this.reads = new Windows(SECOND, config.readsPerSecond());
        this.writes = new Windows(MINUTE, config.writesPerMinute());
    }

    @ServerRequestFilter
    public Optional<Response> guard(ContainerRequestContext request, HttpServerRequest http) {
        String path = request.getUriInfo().getPath();
        if (!path.startsWith("/notices/")) {
            return Optional.empty();
        }
        String address = config.addressHeader()
                .map(request::getHeaderString)
                .map(header -> header.split(",")[0].strip())
                .orElseGet(() -> http.remoteAddress().hostAddress());
        if (request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD)) {
            return reads.admits(address, clock.millis())
                    ? Optional.empty()
                    : Optional.of(Refusal.TOO_MANY.answer(path, 1));
        }
        if (!isOurs(request.getHeaderString("Sec-Fetch-Site"), request.getHeaderString("Origin"))) {
            return Optional.of(Refusal.NOT_OURS.answer(path, 0));
        }
        if (!writes.admits(address, clock.millis())) {
            return Optional.of(Refusal.TOO_MANY.answer(path, 60));
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("[0-9]{1,15}") && Long.parseLong(length) > config.largestForm()) {
            return Optional.of(Refusal.TOO_LARGE.answer(path, 0));
        }
        return Optional.empty();
    }

    /** A program that sends neither header is not a browser under attack. */
    private boolean isOurs(String fetchSite, String from) {
        boolean same = fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
        return same && (from == null || from.equals(origin));
    }
}
