package io.tocsin.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import java.util.List;

/**
 * One resource that should exist.
 *
 * @param name lasting name within the center
 * @param kind which driver makes it
 * @param spec what the driver is to make, as its spec record in JSON; a changed spec means an update
 * @param dependsOn names of the resources that must be ready first (and are removed after this one)
 * @param title what a person reads in the plan preview
 */
public record PlannedResource(String name, String kind, JsonNode spec, List<String> dependsOn, Phrase title) {
    public PlannedResource {
        dependsOn = List.copyOf(dependsOn);
    }
}
