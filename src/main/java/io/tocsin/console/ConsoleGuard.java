package io.tocsin.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tocsin.platform.PublicUrl;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Guards the console, whose session is a cookie, before anything else looks at a request: what changes something must
 * come from a page of our own, and pages may load from our own host only and be framed by nobody.
 */
@ApplicationScoped
class ConsoleGuard {
    /** Before log-in (200) and cross-origin rules (300). */
    private static final int FIRST = 400;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
                    + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final String ownOrigin;

    ConsoleGuard(@ConfigProperty(name = "tocsin.public-base-url") PublicUrl publicBaseUrl) {
        URI base = URI.create(publicBaseUrl.base());
        this.ownOrigin = base.getScheme() + "://" + base.getRawAuthority();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isConsole(context.normalizedPath())) {
            context.next();
            return;
        }
        if (!READING.contains(request.method())
                && !isFromOurselves(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"))) {
            context.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("This did not come from a page of the console. Open the console and try again.\n"
                            + "この操作はコンソールの画面から送られたものではありません。コンソールを開いてやり直してください。\n");
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", POLICY);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Cache-Control", "no-store");
        context.next();
    }

    private static boolean isConsole(String path) {
        return path.equals("/console") || path.startsWith("/console/");
    }

    /** Browsers say where a request comes from in one of these two headers; what says neither is no browser. */
    boolean isFromOurselves(String fetchSite, String origin) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        return ownOrigin.equals(origin);
    }
}
