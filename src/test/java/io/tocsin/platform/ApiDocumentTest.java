package io.tocsin.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.stack.TocsinTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stranger reads before the first request: the API's description, and whether it is up. */
@TocsinTest
class ApiDocumentTest {
    @Test
    void everyEndpointSaysWhatItDoesAndHowItFails() {
        JsonNode document = Json.tree(given().queryParam("format", "json")
                .get("/api/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        List<String> lacking = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode described = operation.getValue();
                    if (described.path("summary").asText().isBlank()
                            || described.path("tags").isEmpty()
                            || described.path("responses").path("default").isMissingNode()) {
                        lacking.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(document.path("paths").size()).isGreaterThan(20);
        assertThat(lacking)
                .as("endpoints without summary, tag or problem response")
                .isEmpty();
        assertThat(document.path("components")
                        .path("securitySchemes")
                        .path("bearer")
                        .path("scheme")
                        .asText())
                .isEqualTo("bearer");
    }

    @Test
    void readinessNamesWhatItLooksAt() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("database", "log-in", "risk-packs", "events"));
    }
}
