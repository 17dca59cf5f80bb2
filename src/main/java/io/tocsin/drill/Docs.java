package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** The shapes of the carrier's JSON: names, dates, pages. */
final class Docs {
    private static final DateTimeFormatter OLDER_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_NAME = 64;

    private Docs() {}

    /** {@code VoiceFallbackUrl} → {@code voice_fallback_url}. */
    static String snake(String parameter) {
        return parameter.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Takes over those of the named parameters that were sent. */
    static ObjectNode taken(CarrierRequest request, String... parameters) {
        ObjectNode fields = Json.object();
        for (String parameter : parameters) {
            String value = request.parameter(parameter);
            if (value != null) {
                fields.put(snake(parameter), value);
            }
        }
        String name = request.parameter("FriendlyName");
        if (name != null && name.length() > LONGEST_NAME) {
            throw new CarrierError(400, 20001, "FriendlyName must be at most 64 characters");
        }
        return fields;
    }

    /** The date form of the 2010 API. */
    static String olderDate(Instant at) {
        return OLDER_DATE.format(at);
    }

    /** The date form of all later APIs. */
    static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A page of the 2010 API: the address of the next page stands beside the list. */
    static CarrierAnswer olderPage(CarrierRequest request, String key, IntFunction<List<Thing>> pageOf, int size) {
        int page = request.number("Page", 0);
        List<Thing> found = pageOf.apply(page * size);
        ObjectNode body = Json.object();
        fill(body.putArray(key), found, size);
        body.put("page", page);
        body.put("page_size", size);
        body.put("start", page * size);
        body.put("end", page * size + Math.min(found.size(), size) - 1);
        String path = "/" + String.join("/", request.path()) + ".json";
        body.put("uri", path + query(request, page, size));
        body.put("first_page_uri", path + query(request, 0, size));
        body.put("next_page_uri", found.size() > size ? path + query(request, page + 1, size) : null);
        body.put("previous_page_uri", page > 0 ? path + query(request, page - 1, size) : null);
        return CarrierAnswer.ok(body);
    }

    /** A page of the later APIs: with a {@code meta} object and whole addresses. */
    static CarrierAnswer page(CarrierRequest request, String key, IntFunction<List<Thing>> pageOf, int size) {
        int page = request.number("Page", 0);
        List<Thing> found = pageOf.apply(page * size);
        ObjectNode body = Json.object();
        fill(body.putArray(key), found, size);
        ObjectNode meta = body.putObject("meta");
        String url = "https://" + request.domain() + ".twilio.com/" + String.join("/", request.path());
        meta.put("key", key);
        meta.put("page", page);
        meta.put("page_size", size);
        meta.put("url", url + query(request, page, size));
        meta.put("first_page_url", url + query(request, 0, size));
        meta.put("next_page_url", found.size() > size ? url + query(request, page + 1, size) : null);
        meta.put("previous_page_url", page > 0 ? url + query(request, page - 1, size) : null);
        return CarrierAnswer.ok(body);
    }

    static int pageSize(CarrierRequest request) {
        return Math.clamp(request.number("PageSize", 50), 1, LARGEST_PAGE);
    }

    private static void fill(ArrayNode list, List<Thing> found, int size) {
        found.stream().limit(size).forEach(thing -> list.add(thing.doc()));
    }

    private static String query(CarrierRequest request, int page, int size) {
        StringBuilder query = new StringBuilder("?PageSize=" + size + "&Page=" + page);
        for (Map.Entry<String, String> parameter : request.parameters().entrySet()) {
            if (!List.of("Page", "PageSize", "PageToken").contains(parameter.getKey())) {
                query.append('&')
                        .append(parameter.getKey())
                        .append('=')
                        .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }
}
