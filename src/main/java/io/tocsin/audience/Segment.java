package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Some of an audience, by what they are like. As JSON: {@code {"field": "model", "is": ["X1", "X2"]}},
 * {@code {"field": "serial", "from": "A100", "to": "A199"}}, {@code {"field": "attribute.leaked", "contains": "card"}},
 * {@code {"field": "region", "known": true}}, put together with {@code {"all": […]}}, {@code {"any": […]}} and
 * {@code {"not": …}}. Empty or absent: everybody.
 */
public final class Segment {
    private static final Segment EVERYBODY = new Segment(new Criterion.All(List.of()), Json.object());

    private final Criterion criterion;
    private final JsonNode json;

    private Segment(Criterion criterion, JsonNode json) {
        this.criterion = criterion;
        this.json = json;
    }

    public static Segment everybody() {
        return EVERYBODY;
    }

    /** @throws io.tocsin.platform.ProblemException with all that is wrong */
    public static Segment of(JsonNode json) {
        if (json == null || json.isNull() || json.isMissingNode() || (json.isObject() && json.isEmpty())) {
            return EVERYBODY;
        }
        List<Violation> violations = new ArrayList<>();
        Criterion criterion = new SegmentReader(violations).read(json, "segment");
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "segment-invalid",
                    Phrase.of("Correct the conditions listed below.", "下記の条件を修正してください。"),
                    violations);
        }
        return new Segment(criterion, json);
    }

    /** As it was given; reading it again gives the same segment. */
    public JsonNode json() {
        return json;
    }

    Criterion criterion() {
        return criterion;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Segment s && s.json.equals(json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(json);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
