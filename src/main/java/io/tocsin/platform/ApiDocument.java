package io.tocsin.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says once, for every endpoint, how errors look. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getPaths() == null) {
            return;
        }
        // pages are no API
        List.copyOf(document.getPaths().getPathItems().keySet()).stream()
                .filter(path -> path.startsWith("/console"))
                .forEach(document.getPaths()::removePathItem);
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addResponse(
                        PROBLEM,
                        OASFactory.createAPIResponse()
                                .description(
                                        "What is wrong and what to do, in the language of Accept-Language (en, ja);"
                                                + " all violations at once.")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/" + PROBLEM)))));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ApiDocument::mayFail);
    }

    private static void mayFail(Operation operation) {
        operation.getResponses().defaultValue(OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
    }

    private static Schema problem() {
        Schema violation = object(Map.of("field", text("Which field"), "message", text("What is wrong with it")));
        return object(Map.of(
                        "type", text("Stable name of the kind of problem"),
                        "title", text("The problem in a few words"),
                        "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER),
                        "detail", text("What a person can do about it"),
                        "violations",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .items(violation)))
                .description("RFC 9457")
                .required(List.of("type", "title", "status"));
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(properties);
    }

    private static Schema text(String meaning) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(meaning);
    }
}
