package io.tocsin.console;

import io.tocsin.platform.Gzip;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Compresses pages for whoever takes it. Here and not in the HTTP server, which would do it for everything: what a carrier
 * fetches, streams of events and programs' data go out as they are, and cost nothing more.
 */
class PageCompression {
    /** A smaller page fits into one packet as it is. */
    private static final int WORTH_IT = 1_200;
    /** After whatever else changes a page. */
    private static final int LAST = 100;

    @ServerResponseFilter(priority = LAST)
    public void compress(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (type == null
                || !type.getSubtype().equals("html")
                || !(response.getEntity() instanceof String html)
                || html.length() < WORTH_IT
                || headers.containsKey(HttpHeaders.CONTENT_ENCODING)
                || !Gzip.isTakenBy(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            return;
        }
        headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setEntity(Gzip.of(html.getBytes(StandardCharsets.UTF_8)));
    }
}
