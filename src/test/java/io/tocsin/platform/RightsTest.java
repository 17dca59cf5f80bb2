package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.stack.Api;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.DrillPeople;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: every endpoint that the OpenAPI document names, with every role, on a center of one's own and on
 * another's, against the table in {@code rights.csv}. An endpoint without a line in the table fails. Pages of the console
 * have a test of their own, {@code PageRightsTest}, and the same table.
 */
@TocsinTest
class RightsTest {
    private static final Path TABLE = Path.of("src/test/resources/rights.csv");
    private static final Set<String> SEE_ALL = Set.of("ops", "auditor");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String NOT_YOURS = "or you do not belong to it";

    private final String appUrl = TestStack.get().plan().appUrl();

    /** @param roles who may; {@code anyone}: without logging in, {@code signed}: the carrier, with its signature */
    private record Right(String method, String path, Set<String> roles) {
        String name() {
            return method + " " + path;
        }

        boolean isOfACenter() {
            return path.contains("{centerId}");
        }
    }

    private record Answer(int status, String body) {}

    @Test
    void everyEndpointHasALineInTheTableAndEveryLineAnEndpoint() throws IOException {
        assertThat(table().keySet()).isEqualTo(endpoints());
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() throws IOException {
        String own = DrillCenter.declare("noto-hotline", Map.of("profile", "standby"))
                .path();
        for (String role : DrillPeople.ROLES) {
            DrillCenter.as("crisis-manager")
                    .put(own + "/members/" + role + "@drill.example", null)
                    .expect(204);
        }
        String ownId = own.substring(own.lastIndexOf('/') + 1);
        String othersId = othersCenter();
        List<String> wrong = new ArrayList<>();
        for (Right right : table().values()) {
            Answer stranger = send(right, ownId, null);
            check(right, "nobody", stranger, expectedOfStranger(right), wrong);
            if (right.roles().contains("signed")) {
                continue;
            }
            for (String role : DrillPeople.ROLES) {
                boolean may = right.roles().contains(role) || right.roles().contains("anyone");
                check(right, role, send(right, ownId, role), may ? Expected.REACHED : Expected.FORBIDDEN, wrong);
                if (right.isOfACenter()) {
                    Expected others = !may
                            ? Expected.FORBIDDEN_OR_HIDDEN
                            : SEE_ALL.contains(role) || right.roles().contains("anyone")
                                    ? Expected.REACHED
                                    : Expected.HIDDEN;
                    check(right, role + " (another's center)", send(right, othersId, role), others, wrong);
                }
            }
        }
        assertThat(wrong).as("answers that the table does not allow").isEmpty();
    }

    private enum Expected {
        REACHED,
        FORBIDDEN,
        HIDDEN,
        FORBIDDEN_OR_HIDDEN,
        LOG_IN;

        boolean isMetBy(Answer answer) {
            boolean hidden = answer.status() == 404 && answer.body().contains(NOT_YOURS);
            return switch (this) {
                case REACHED -> answer.status() != 401 && answer.status() != 403 && answer.status() < 500 && !hidden;
                case FORBIDDEN -> answer.status() == 403;
                case HIDDEN -> hidden;
                case FORBIDDEN_OR_HIDDEN -> answer.status() == 403 || hidden;
                case LOG_IN -> answer.status() == 401;
            };
        }
    }

    private static Expected expectedOfStranger(Right right) {
        if (right.roles().contains("anyone")) {
            return Expected.REACHED;
        }
        return right.roles().contains("signed") ? Expected.FORBIDDEN : Expected.LOG_IN;
    }

    private static void check(Right right, String who, Answer answer, Expected expected, List<String> wrong) {
        if (!expected.isMetBy(answer)) {
            wrong.add("%s by %s: expected %s but got %d %s"
                    .formatted(right.name(), who, expected, answer.status(), answer.body()));
        }
    }

    private String othersCenter() {
        TestStack.get().people().create("other-manager@drill.example", "crisis-manager");
        Api other = DrillCenter.person("other-manager@drill.example");
        return other.post("/api/centers", DrillCenter.declaration("noto-hotline", Map.of("profile", "standby")))
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    /** Asks with as little as possible, so that whoever may ask changes nothing: no If-Match, an empty body. */
    private Answer send(Right right, String centerId, String role) {
        String path = right.path()
                .replace("{centerId}", centerId)
                .replace("{member}", "guest@drill.example")
                .replace("{uri}", "sip:guest@drill.example")
                .replace("{name}", "nothing")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        boolean csv = right.name().equals("POST /api/roster") || right.name().endsWith("/pickup-results");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(appUrl + path))
                .timeout(Duration.ofSeconds(20))
                .header(
                        "Content-Type",
                        csv
                                ? "text/csv"
                                : right.roles().contains("signed")
                                        ? "application/x-www-form-urlencoded"
                                        : "application/json")
                .method(
                        right.method(),
                        Set.of("POST", "PUT").contains(right.method())
                                ? HttpRequest.BodyPublishers.ofString(csv ? "name,email\n" : "{}")
                                : HttpRequest.BodyPublishers.noBody());
        if (role != null) {
            request.header("Authorization", "Bearer " + TestStack.get().people().tokenOf(role));
        }
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                // a stream of events never ends; only refusals are read
                boolean refused = response.statusCode() >= 400;
                return new Answer(
                        response.statusCode(), refused ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "");
            }
        } catch (IOException e) {
            throw new IllegalStateException(right.name() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Set<String> endpoints() {
        JsonNode paths = new Api(appUrl, null)
                .get("/api/openapi?format=json")
                .expect(200)
                .body()
                .path("paths");
        Set<String> endpoints = new TreeSet<>();
        paths.fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (Set.of("get", "post", "put", "delete", "patch").contains(method)) {
                endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        return endpoints;
    }

    private static Map<String, Right> table() throws IOException {
        Map<String, Right> table = new TreeMap<>();
        Files.readAllLines(TABLE).stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#") && !l.contains("/console"))
                .map(l -> l.split("\\s*,\\s*"))
                .map(c -> new Right(c[0], c[1], Arrays.stream(c[2].split(" +")).collect(Collectors.toSet())))
                .forEach(r -> table.put(r.name(), r));
        return table;
    }
}
