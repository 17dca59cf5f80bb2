package io.tocsin.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Live parts of a page. In the page an element with {@code data-live="<path of the stream>"}, inside it elements with
 * {@code data-live-part="<name>"}; the stream sends a part's HTML whenever it has changed.
 */
public final class Live {
    /** Then the browser connects anew, and whether the person may still look is asked again. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Live() {}

    /**
     * @param parts name to content, made anew at each tick on a worker thread, outside of the request's context
     */
    public static Multi<OutboundSseEvent> stream(
            Sse sse, Locale locale, Duration every, Supplier<Map<String, TemplateInstance>> parts) {
        Map<String, String> sent = new HashMap<>();
        return Multi.createFrom()
                .ticks()
                .every(every)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .select()
                .first(LONGEST)
                .onItem()
                .transformToIterable(tick -> parts.get().entrySet())
                .map(part -> Map.entry(
                        part.getKey(), part.getValue().setLocale(locale).render()))
                .filter(part -> !part.getValue().equals(sent.put(part.getKey(), part.getValue())))
                .map(part -> sse.newEventBuilder()
                        .name(part.getKey())
                        .mediaType(jakarta.ws.rs.core.MediaType.TEXT_PLAIN_TYPE)
                        .data(part.getValue())
                        .build());
    }
}
