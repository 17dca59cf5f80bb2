package io.tocsin.drill;

import io.tocsin.platform.CarrierSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Calls our webhooks as the carrier does: form fields, signed with the account's token, 15 seconds to answer. */
@ApplicationScoped
class Webhooks {
    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final String token;
    private final Duration timeout;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Webhooks(DrillConfig config) {
        this.token = config.authToken();
        this.timeout = config.webhookTimeout();
    }

    record Reply(int status, String body) {}

    /** Could not be reached, answered too late, or answered with an error. */
    static final class WebhookFailure extends Exception {
        WebhookFailure(String message) {
            super(message);
        }
    }

    Reply ask(String method, String url, Map<String, String> fields) throws WebhookFailure {
        try {
            HttpResponse<String> response = client.send(
                    request(method, url, fields), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 400) {
                throw new WebhookFailure("HTTP " + response.statusCode());
            }
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new WebhookFailure(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new WebhookFailure("not an address: " + url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebhookFailure("interrupted");
        }
    }

    /** A notice that waits for no answer. */
    void tell(String url, Map<String, String> fields) {
        if (url == null || url.isBlank()) {
            return;
        }
        threads.execute(() -> {
            try {
                ask("POST", url, fields);
            } catch (WebhookFailure e) {
                LOG.warnf("status callback not delivered path=%s reason=%s", path(url), e.getMessage());
            }
        });
    }

    private HttpRequest request(String method, String url, Map<String, String> fields) {
        String form = form(fields);
        if (method.equalsIgnoreCase("GET")) {
            String whole = fields.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + form;
            return builder(whole)
                    .header(CarrierSignature.HEADER, CarrierSignature.sign(token, whole, List.of()))
                    .GET()
                    .build();
        }
        return builder(url)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header(CarrierSignature.HEADER, CarrierSignature.sign(token, url, fields.entrySet()))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private HttpRequest.Builder builder(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(timeout).header("User-Agent", "TocsinDrillCarrier/1.0");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
