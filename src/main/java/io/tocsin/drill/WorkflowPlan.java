package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.drill.expression.Expression;
import io.tocsin.platform.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A workflow's configuration (Twilio, "Workflow configuration"): filters tried in order, each with targets that a task
 * goes through one after the other when their time-outs pass.
 */
record WorkflowPlan(List<Filter> filters, List<Target> fallback) {
    record Filter(String name, String expression, List<Target> targets) {}

    /**
     * @param workers further condition on the worker; empty for none
     * @param timeoutSeconds 0 for no end
     * @param priority null where the task keeps its own
     */
    record Target(String queueSid, String workers, int timeoutSeconds, Integer priority) {}

    static WorkflowPlan parse(String configuration) {
        JsonNode root;
        try {
            root = Json.tree(configuration).path("task_routing");
        } catch (IllegalArgumentException e) {
            throw new CarrierError(400, 20001, "Configuration is not JSON");
        }
        if (!root.isObject()) {
            throw new CarrierError(400, 20001, "Configuration lacks task_routing");
        }
        List<Filter> filters = new ArrayList<>();
        for (JsonNode filter : root.path("filters")) {
            List<Target> targets = new ArrayList<>();
            filter.path("targets").forEach(target -> targets.add(target(target)));
            filters.add(new Filter(
                    filter.path("filter_friendly_name").asText(""),
                    filter.path("expression").asText(),
                    targets));
        }
        JsonNode last = root.path("default_filter");
        return new WorkflowPlan(filters, last.path("queue").isTextual() ? List.of(target(last)) : List.of());
    }

    private static Target target(JsonNode target) {
        if (!target.path("queue").isTextual()) {
            throw new CarrierError(400, 20001, "A target lacks its queue");
        }
        return new Target(
                target.path("queue").asText(),
                target.path("expression").asText(""),
                target.path("timeout").asInt(0),
                target.has("priority") ? target.path("priority").asInt() : null);
    }

    List<String> expressions() {
        List<String> all = new ArrayList<>();
        filters.forEach(filter -> {
            all.add(filter.expression());
            filter.targets().stream()
                    .map(Target::workers)
                    .filter(e -> !e.isEmpty())
                    .forEach(all::add);
        });
        return all;
    }

    /** Where a task goes: the targets of the first filter that fits, after them the default queue. */
    List<Target> targetsFor(JsonNode taskAttributes) {
        for (Filter filter : filters) {
            if (Expression.parse(filter.expression()).matches(taskAttributes)) {
                List<Target> targets = new ArrayList<>(filter.targets());
                targets.addAll(fallback);
                return targets;
            }
        }
        return fallback;
    }
}
