package io.tocsin.ivr;

import io.tocsin.platform.CarrierSignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Calls the webhooks as the carrier does: signed, form-encoded. */
final class Carrier {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String token;

    Carrier(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    static Map<String, String> call(String sid, String... more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("CallSid", sid);
        form.put("From", "+819012345678");
        form.put("To", "+815000000000");
        form.put("CallStatus", "in-progress");
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    Map<String, String> walk(UUID center, Map<String, String> form) {
        Map<String, String> marked = new LinkedHashMap<>(form);
        marked.put(CarrierSignature.WALK_MARK, CarrierSignature.walkMark(token, center));
        return marked;
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String signature = CarrierSignature.sign(token, baseUrl + path, form.entrySet());
        return post(path, form, signature);
    }

    HttpResponse<String> post(String path, Map<String, String> form, String signature)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(baseUrl + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(CarrierSignature.HEADER, signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
