package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** People of the embedded stack and their log-ins; never part of a real installation's realm. */
public final class DrillPeople {
    private static final Duration FIRST_LOG_IN = Duration.ofSeconds(15);
    /** The one client that may exchange a password for a token; it exists on the embedded stack only. */
    private static final String CLIENT = "tocsin-drill";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakProcess keycloak;
    private final Secrets secrets;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();

    private record Held(String token, long until) {}

    DrillPeople(KeycloakProcess keycloak, Secrets secrets) {
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    public static final List<String> ROLES = List.of("crisis-manager", "supervisor", "agent", "ops", "auditor");

    void create() throws IOException {
        keycloak.send(
                "POST",
                "/admin/realms/tocsin/clients",
                JSON.writeValueAsString(Map.of(
                        "clientId",
                        CLIENT,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "standardFlowEnabled",
                        false,
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "how the person logged in",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-amr-mapper",
                                "config",
                                Map.of("access.token.claim", "true"))))));
        for (String role : ROLES) {
            create(role + "@drill.example", role);
        }
    }

    /** Makes a person with a password and one role; does nothing where the person exists. */
    public void create(String email, String role) {
        try {
            var answer = keycloak.send(
                    "POST",
                    "/admin/realms/tocsin/users",
                    JSON.writeValueAsString(Map.of(
                            "username",
                            email,
                            "email",
                            email,
                            "emailVerified",
                            true,
                            "enabled",
                            true,
                            "firstName",
                            role,
                            "lastName",
                            "Drill",
                            "credentials",
                            List.of(Map.of("type", "password", "value", password(email), "temporary", false)))));
            if (answer.statusCode() == 201) {
                grant(id(email), role);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a person an authenticator app. */
    public void giveOneTimeCode(String email) {
        try {
            String id = id(email);
            JsonNode user = JSON.readTree(keycloak.send("GET", "/admin/realms/tocsin/users/" + id, null)
                    .body());
            ((com.fasterxml.jackson.databind.node.ObjectNode) user)
                    .set(
                            "credentials",
                            JSON.valueToTree(List.of(Map.of(
                                    "type",
                                    "otp",
                                    "secretData",
                                    JSON.writeValueAsString(Map.of("value", OneTimeCode.SECRET)),
                                    "credentialData",
                                    JSON.writeValueAsString(Map.of(
                                            "subType", "totp",
                                            "digits", 6,
                                            "counter", 0,
                                            "period", 30,
                                            "algorithm", "HmacSHA1"))))));
            keycloak.send("PUT", "/admin/realms/tocsin/users/" + id, user.toString());
            tokens.remove(email);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fresh bearer token of a person who has an authenticator app. */
    public String tokenWithCode(String email) {
        try {
            return keycloak.token(
                    "tocsin", CLIENT, email, password(email), OneTimeCode.at(System.currentTimeMillis() / 1000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Does what an invited person does at the first log-in: sets a password, and leaves no action open. */
    public void finishFirstLogin(String email) {
        CenterWait.until("the first log-in of " + email + " is finished", FIRST_LOG_IN, () -> {
            finishOnce(email);
            try {
                return token(email);
            } catch (IllegalStateException e) {
                // Who is faster than their own invitation finds its required actions there once more.
                return null;
            }
        });
    }

    private void finishOnce(String email) {
        try {
            String id = id(email);
            keycloak.send(
                    "PUT",
                    "/admin/realms/tocsin/users/" + id + "/reset-password",
                    JSON.writeValueAsString(Map.of("type", "password", "value", password(email), "temporary", false)));
            JsonNode user = JSON.readTree(keycloak.send("GET", "/admin/realms/tocsin/users/" + id, null)
                    .body());
            ((com.fasterxml.jackson.databind.node.ObjectNode) user).putArray("requiredActions");
            ((com.fasterxml.jackson.databind.node.ObjectNode) user).put("emailVerified", true);
            keycloak.send("PUT", "/admin/realms/tocsin/users/" + id, user.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String password(String email) {
        return secrets.get("password." + email);
    }

    /** A bearer token of a person, good for minutes. */
    public String token(String email) {
        return tokens.compute(
                        email,
                        (who, held) -> held != null && System.nanoTime() < held.until()
                                ? held
                                : new Held(
                                        freshToken(who),
                                        System.nanoTime()
                                                + Duration.ofMinutes(4).toNanos()))
                .token();
    }

    private String freshToken(String email) {
        try {
            return keycloak.token("tocsin", CLIENT, email, password(email));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A bearer token of the ready-made person with this role. */
    public String tokenOf(String role) {
        return token(role + "@drill.example");
    }

    private String id(String email) throws IOException {
        JsonNode found = JSON.readTree(keycloak.send(
                        "GET",
                        "/admin/realms/tocsin/users?exact=true&email="
                                + java.net.URLEncoder.encode(email, java.nio.charset.StandardCharsets.UTF_8),
                        null)
                .body());
        if (!found.isArray() || found.isEmpty()) {
            throw new IllegalStateException("Keycloak knows nobody with the e-mail " + email);
        }
        return found.get(0).get("id").asText();
    }

    private void grant(String userId, String role) {
        String described =
                keycloak.send("GET", "/admin/realms/tocsin/roles/" + role, null).body();
        keycloak.send("POST", "/admin/realms/tocsin/users/" + userId + "/role-mappings/realm", "[" + described + "]");
    }

    /**
     * A bare loop that makes users as Tocsin makes them, in a new center's group, so many at once, and removes them and the
     * group again.
     *
     * @return the time of the making alone
     */
    public Duration bareUsers(int count, int atOnce) {
        String center = UUID.randomUUID().toString();
        String group = keycloak.send(
                        "POST",
                        "/admin/realms/tocsin/groups/" + idOfCenters() + "/children",
                        "{\"name\":\"" + center + "\"}")
                .headers()
                .firstValue("location")
                .orElseThrow();
        List<String> bodies = IntStream.range(0, count)
                .mapToObj(i -> """
                        {"username":"bare%1$04d@drill.example","email":"bare%1$04d@drill.example","firstName":"Bare %1$d",
                         "enabled":true,"emailVerified":false,"requiredActions":["UPDATE_PASSWORD","CONFIGURE_TOTP"],
                         "groups":["/centers/%2$s"],"attributes":{"tocsinPerson":["%1$d"],"tocsinMade":["true"]}}""".formatted(i, center))
                .toList();
        List<String> locations = new CopyOnWriteArrayList<>();
        long begun = System.nanoTime();
        each(
                bodies,
                atOnce,
                body -> locations.add(keycloak.send("POST", "/admin/realms/tocsin/users", body)
                        .headers()
                        .firstValue("location")
                        .orElseThrow()));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        each(
                locations,
                atOnce,
                location -> keycloak.send(
                        "DELETE",
                        "/admin/realms/tocsin/users/" + location.substring(location.lastIndexOf('/') + 1),
                        null));
        keycloak.send("DELETE", "/admin/realms/tocsin/groups/" + group.substring(group.lastIndexOf('/') + 1), null);
        return took;
    }

    private static <T> void each(List<T> things, int atOnce, Consumer<T> work) {
        try (var pool = Executors.newFixedThreadPool(atOnce)) {
            things.forEach(thing -> pool.submit(() -> work.accept(thing)));
        }
    }

    private String idOfCenters() {
        try {
            return JSON.readTree(keycloak.send("GET", "/admin/realms/tocsin/groups?search=centers&exact=true", null)
                            .body())
                    .get(0)
                    .get("id")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Keycloak still has of centers: groups, and people whom Tocsin made and left behind. */
    public List<String> leftInCenters() {
        try {
            List<String> left = new ArrayList<>();
            JSON.readTree(keycloak.send(
                                    "GET", "/admin/realms/tocsin/groups/" + idOfCenters() + "/children?max=1000", null)
                            .body())
                    .forEach(group ->
                            left.add("keycloak: group " + group.path("name").asText()));
            JSON.readTree(keycloak.send("GET", "/admin/realms/tocsin/users?max=5000&q=tocsinMade:true", null)
                            .body())
                    .forEach(
                            user -> left.add("keycloak: user " + user.path("id").asText()));
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
