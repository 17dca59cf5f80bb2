package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Keycloak as a child process, its realm imported from deploy/keycloak. */
final class KeycloakProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static final String INITIALISED = "keycloak-initialised.mv.db";

    private final StackPlan plan;
    private final String adminPassword;
    private Process process;
    private String adminToken;
    private long adminTokenAt;

    KeycloakProcess(StackPlan plan, String adminPassword) {
        this.plan = plan;
        this.adminPassword = adminPassword;
    }

    void start(Map<String, String> realmWords) throws IOException, InterruptedException {
        Path kc = distribution();
        prepare(kc);
        Path log = plan.home().resolve("keycloak-" + plan.keycloakPort() + ".log");
        Files.createDirectories(plan.data());
        takeInitialised();
        process = command(
                        kc,
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--hostname-strict=false",
                        "--http-host=127.0.0.1",
                        "--cache=local",
                        "--http-port=" + plan.keycloakPort(),
                        "--db-url=jdbc:h2:file:" + plan.data().resolve("keycloak/db")
                                + ";NON_KEYWORDS=VALUE;AUTO_SERVER=FALSE",
                        "--log-level=warn")
                .redirectOutput(log.toFile())
                .redirectErrorStream(true)
                .start();
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> destroyAll(started)));
        awaitUp(log);
        importRealm(realmWords);
    }

    private static Path distribution(Path home) throws IOException {
        try (var folders = Files.list(home)) {
            return folders.filter(p -> Files.exists(p.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "Keycloak is not unpacked under " + home + ": run ./tocsin, which unpacks it"));
        }
    }

    private Path distribution() throws IOException {
        return distribution(plan.home());
    }

    /** Keycloak optimizes itself once per unpacked distribution; several stacks may then start from it. */
    private void prepare(Path kc) throws IOException, InterruptedException {
        try (var channel = java.nio.channels.FileChannel.open(
                        plan.home().resolve("keycloak.lock"),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE);
                var ignored = channel.lock()) {
            Path done = kc.resolve("prepared-for-tocsin");
            if (Files.exists(done)) {
                return;
            }
            Files.createDirectories(plan.data());
            Path log = plan.home().resolve("keycloak-build.log");
            Path script = kc.resolve("bin/kc.sh");
            script.toFile().setExecutable(true);
            int exit = command(kc, "build", "--db=dev-file", "--health-enabled=false")
                    .redirectOutput(log.toFile())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Keycloak could not be prepared: see " + log);
            }
            Files.writeString(done, "");
        }
    }

    private ProcessBuilder command(Path kc, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of("bash", kc.resolve("bin/kc.sh").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms192m -Xmx512m");
        // beside others on a few processors its usual collector takes a quarter more of them
        builder.environment()
                .merge("JAVA_OPTS_APPEND", "-XX:-UseG1GC -XX:+UseSerialGC -Xmn128m", (more, ours) -> ours + " " + more);
        // kc.sh would otherwise attach to our own JVM options
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    /** An empty Keycloak database takes half a minute to set up; a throw-away stack takes a ready one. */
    private void takeInitialised() throws IOException {
        Path ready = plan.home().resolve(INITIALISED);
        if (!plan.keep() && Files.exists(ready)) {
            Files.createDirectories(database().getParent());
            Files.copy(ready, database());
        }
    }

    private void keepInitialised() throws IOException {
        Path ready = plan.home().resolve(INITIALISED);
        if (!plan.keep() && Files.notExists(ready) && Files.exists(database())) {
            Path copy = Files.createTempFile(plan.home(), "keycloak", ".tmp");
            Files.copy(database(), copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, ready, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path database() {
        return plan.data().resolve("keycloak/db.mv.db");
    }

    private void awaitUp(Path log) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        HttpRequest request = HttpRequest.newBuilder(URI.create(plan.keycloakUrl() + "/realms/master"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (Instant.now().isBefore(deadline)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended while starting: see " + log);
            }
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("Keycloak did not come up within two minutes: see " + log);
    }

    private void importRealm(Map<String, String> words) throws IOException, InterruptedException {
        String realm = Files.readString(Path.of("deploy/keycloak/tocsin-realm.json"));
        for (var word : words.entrySet()) {
            realm = realm.replace("${" + word.getKey() + "}", word.getValue());
        }
        if (!plan.keep()) {
            send("DELETE", "/admin/realms/tocsin", null);
        }
        int status = send("POST", "/admin/realms", realm).statusCode();
        if (status != 201 && status != 409) {
            throw new IllegalStateException("Keycloak refused the realm with status " + status);
        }
    }

    /** Good for a minute; asked for again before that. */
    private synchronized String adminToken() throws IOException, InterruptedException {
        if (adminToken == null
                || System.nanoTime() - adminTokenAt > Duration.ofSeconds(40).toNanos()) {
            adminToken = token("master", "admin-cli", "admin", adminPassword);
            adminTokenAt = System.nanoTime();
        }
        return adminToken;
    }

    /** A token by user name and password; empty string where Keycloak refuses. */
    String token(String realm, String client, String user, String password) throws IOException, InterruptedException {
        return token(realm, client, user, password, "");
    }

    /** @param code one-time code; empty for none */
    String token(String realm, String client, String user, String password, String code)
            throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", password));
        if (!code.isEmpty()) {
            fields.put("totp", code);
        }
        String form = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(
                                URI.create(plan.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (!answer.hasNonNull("access_token")) {
            throw new IllegalStateException("Keycloak gives no token for " + user + ": " + response.body());
        }
        return answer.get("access_token").asText();
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(plan.keycloakUrl() + path))
                            .header("Authorization", "Bearer " + adminToken())
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    private static void destroyAll(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        if (process != null) {
            // kc.sh is a shell whose child is the server
            process.descendants().forEach(ProcessHandle::destroy);
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    destroyAll(process);
                } else {
                    keepInitialised();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
