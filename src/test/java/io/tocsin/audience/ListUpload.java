package io.tocsin.audience;

import io.tocsin.platform.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends a list of any size to a running application, in parts, as a program of the company's would. */
public final class ListUpload {
    private static final int PART = 40 * 1024 * 1024;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ListUpload() {}

    /** @return the import's path; it is not started */
    public static String send(String appUrl, String token, String audiencePath, Path file) {
        String path = null;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int number = 1;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                String target = path == null ? audiencePath + "/imports?file=list.csv" : path + "/parts/" + number;
                String answer = put(path == null ? "POST" : "PUT", URI.create(appUrl + target), token, part);
                path = path == null
                        ? audiencePath + "/imports/" + Json.tree(answer).path("id").asText()
                        : path;
                number++;
            }
            return path;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String put(String method, URI target, String token, byte[] part) throws IOException {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(target)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/octet-stream")
                            .method(method, HttpRequest.BodyPublishers.ofByteArray(part))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("a part was refused: " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
