package io.tocsin.platform;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether people can log in and agents can be invited: Keycloak answers for our realm. */
@Readiness
@ApplicationScoped
class LogInHealth implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Probes come every few seconds from several sides; Keycloak is asked at most this often while it is well. */
    private static final long GOOD_FOR_NANOS = Duration.ofSeconds(5).toNanos();

    private final URI realm;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile long goodAt = System.nanoTime() - GOOD_FOR_NANOS;

    LogInHealth(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.realm = URI.create(realm + "/.well-known/openid-configuration");
    }

    @Override
    public HealthCheckResponse call() {
        if (System.nanoTime() - goodAt < GOOD_FOR_NANOS) {
            return HealthCheckResponse.up("log-in");
        }
        String trouble = trouble();
        if (trouble.isEmpty()) {
            goodAt = System.nanoTime();
            return HealthCheckResponse.up("log-in");
        }
        return HealthCheckResponse.named("log-in")
                .down()
                .withData("missing", "Keycloak does not answer for the realm: " + trouble)
                .withData("whatToDo", "Check tocsin.keycloak.url, tocsin.keycloak.realm and that Keycloak runs.")
                .build();
    }

    private String trouble() {
        try {
            int status = http.send(
                            HttpRequest.newBuilder(realm).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 200 ? "" : "HTTP " + status;
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
