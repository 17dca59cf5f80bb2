package io.tocsin.event;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What programs that listen need to know: the AsyncAPI document and the JSON Schemas that it refers to. */
@Path("/api")
@PermitAll
@Tag(name = "Events", description = "What programs that listen on Kafka need to know.")
public class EventDocs {
    @GET
    @Path("asyncapi")
    @Produces("application/yaml")
    @Operation(summary = "The AsyncAPI document: topics, keys and events")
    public String asyncApi() {
        return text("asyncapi.yaml");
    }

    /** @param name an event's type ({@code center.opened}) or {@code envelope}, with {@code .json} */
    @GET
    @Path("schemas/{name}")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of one event's data, or of the envelope")
    public String schema(@PathParam("name") String name) {
        if (!name.matches("[a-z]+(\\.[a-z-]+)?\\.json")) {
            throw unknown();
        }
        return text("schemas/" + name);
    }

    private static String text(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw unknown();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException unknown() {
        return Problem.notFound(Phrase.of("There is no such event.", "そのようなイベントはありません。"));
    }
}
