package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** The API as one person sees it. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String baseUrl;
    private final Supplier<String> token;

    public Api(String baseUrl, Supplier<String> token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public record Answer(int status, JsonNode body, String etag, String location) {
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("expected status " + wanted + " but got " + status + ": " + body);
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, "application/json", headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, "application/json", headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json");
    }

    public Answer csv(String path, String csv) {
        return exchange("POST", path, csv, "text/csv");
    }

    /** An edit of what was just read: takes the ETag from there. */
    public Answer edit(String method, String etagFrom, String path, Object body) {
        String etag = get(etagFrom).expect(200).etag();
        return send(method, path, body, "application/json", "If-Match", etag);
    }

    private Answer send(String method, String path, Object body, String type, String... headers) {
        try {
            return exchange(method, path, body == null ? null : JSON.writeValueAsString(body), type, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer exchange(String method, String path, String body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("content-type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    json && !response.body().isBlank()
                            ? JSON.readTree(response.body())
                            : JSON.getNodeFactory().textNode(response.body()),
                    response.headers().firstValue("etag").orElse(null),
                    response.headers().firstValue("location").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
