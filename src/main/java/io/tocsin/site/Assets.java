package io.tocsin.site;

import io.tocsin.platform.SharedBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Style and script of the site: their address changes with their content, so they may be kept for ever. */
@Tag(name = "Public notices")
@Path("/site-assets/{name}")
@PermitAll
public class Assets {
    private static final Map<String, String> TYPES =
            Map.of("site.css", "text/css;charset=UTF-8", "chat.js", "text/javascript;charset=UTF-8");
    private static final Map<String, SharedBody> CONTENT =
            Map.of("site.css", read("site.css"), "chat.js", read("chat.js"));
    private static final String VERSION = sum();

    /** Goes into the address of each file. */
    static String version() {
        return VERSION;
    }

    @GET
    @Operation(summary = "Style and script of the notice site")
    public Response get(@PathParam("name") String name, @Context Request request, @Context HttpHeaders headers) {
        if (!CONTENT.containsKey(name)) {
            return Response.status(404).build();
        }
        return CONTENT.get(name)
                .answer(request, headers)
                .type(TYPES.get(name))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static SharedBody read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/site/" + name)) {
            return SharedBody.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sum() {
        CRC32 sum = new CRC32();
        TYPES.keySet().stream()
                .sorted()
                .forEach(name -> sum.update(CONTENT.get(name).version().getBytes(StandardCharsets.US_ASCII)));
        return Long.toHexString(sum.getValue());
    }
}
