package io.tocsin.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Without PostgreSQL nobody can be served but callers, who are answered from memory. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;

    DatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try (Connection connection = database.getConnection()) {
            if (connection.isValid(PATIENCE_SECONDS)) {
                return answer.up().build();
            }
            return missing(answer, "the connection does not answer");
        } catch (SQLException e) {
            return missing(answer, e.getMessage());
        }
    }

    private static HealthCheckResponse missing(HealthCheckResponseBuilder answer, String why) {
        return answer.down()
                .withData("missing", "PostgreSQL does not answer: " + why)
                .withData(
                        "whatToDo",
                        "Check quarkus.datasource.jdbc.url and that PostgreSQL runs. Callers are still answered.")
                .build();
    }
}
