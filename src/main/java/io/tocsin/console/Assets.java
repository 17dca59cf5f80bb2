package io.tocsin.console;

import io.quarkus.qute.TemplateExtension;
import io.tocsin.platform.SharedBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Style, script and picture of the console. Whoever asks for the present state by its name may keep it for ever. */
@Tag(name = "Console", description = "What the console's pages load.")
@Path("/shell-assets/{name}")
@PermitAll
public class Assets {
    private static final String OWN = "/console/";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    /** @param resource where it lies in the package */
    private record Kind(String resource, String type) {}

    private static final Map<String, Kind> FILES = Map.of(
            "console.css", new Kind(OWN + "console.css", "text/css;charset=UTF-8"),
            "console.js", new Kind(OWN + "console.js", SCRIPT),
            "desk.js", new Kind(OWN + "desk.js", SCRIPT),
            "htmx.js", new Kind("/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js", SCRIPT),
            "bell.svg", new Kind(OWN + "bell.svg", "image/svg+xml"));

    /** Read at the first use: nothing of it is needed at the start. */
    private static final class Content {
        private static final Map<String, SharedBody> ALL = FILES.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> read(e.getValue().resource())));
        private static final String VERSION = sum();

        private static String sum() {
            CRC32 sum = new CRC32();
            ALL.keySet().stream()
                    .sorted()
                    .forEach(name -> sum.update(ALL.get(name).version().getBytes(StandardCharsets.US_ASCII)));
            return Long.toHexString(sum.getValue());
        }
    }

    @GET
    @Operation(summary = "Style, script and picture of the console")
    public Response get(
            @PathParam("name") String name,
            @QueryParam("v") String version,
            @Context Request request,
            @Context HttpHeaders headers) {
        SharedBody content = Content.ALL.get(name);
        if (content == null) {
            return Response.status(404).build();
        }
        return content.answer(request, headers)
                .type(FILES.get(name).type())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        Content.VERSION.equals(version) ? "public, max-age=31536000, immutable" : "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static SharedBody read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the package lacks " + resource);
            }
            return SharedBody.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code {asset:version}} */
    @TemplateExtension(namespace = "asset")
    static String version() {
        return Content.VERSION;
    }
}
