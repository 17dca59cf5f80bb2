package io.tocsin.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the routing drivers are asked to make. {@code workspace}, {@code queue} … are names of resources depended on. */
public final class RoutingSpecs {
    private RoutingSpecs() {}

    /** @param eventCallbackUrl told of everything that happens in the workspace; null for none */
    public record WorkspaceSpec(String eventCallbackUrl) {}

    /** @param available whether a worker in this activity is offered tasks */
    public record ActivitySpec(String workspace, boolean available) {}

    /**
     * @param targetWorkers condition on a worker's attributes, {@code languages HAS 'ja'}
     * @param taskOrder {@code FIFO} or {@code LIFO}; null for FIFO
     */
    public record QueueSpec(String workspace, String targetWorkers, String taskOrder) {}

    /**
     * @param assignmentCallbackUrl asked how a worker is to be reached
     * @param fallbackAssignmentCallbackUrl asked when that fails; null for none
     * @param reservationSeconds how long a worker may take to answer; null for 120
     * @param defaultQueue takes what fits no filter; null for none
     */
    public record WorkflowSpec(
            String workspace,
            String assignmentCallbackUrl,
            String fallbackAssignmentCallbackUrl,
            Integer reservationSeconds,
            List<Filter> filters,
            String defaultQueue) {
        public WorkflowSpec {
            filters = filters == null ? List.of() : List.copyOf(filters);
        }
    }

    /** @param expression condition on a task's attributes, {@code reason == 'refund'} */
    public record Filter(String name, String expression, List<Target> targets) {
        public Filter {
            targets = List.copyOf(targets);
        }
    }

    /**
     * One queue that a task waits in, before it moves on to the next target.
     *
     * @param timeoutSeconds null for no end
     * @param priority null where the task keeps its own
     * @param workers further condition, {@code task.language IN worker.languages}; null for none
     */
    public record Target(String queue, Integer timeoutSeconds, Integer priority, String workers) {}

    /**
     * @param activity name of the activity's resource, or Offline, the workspace's own, in which the worker begins; null for Offline. Later changes go through {@link WorkerPresence}
     * @param attributes what queues look at, with {@code contact_uri}, the address that is rung
     */
    public record WorkerSpec(String workspace, String activity, JsonNode attributes) {}
}
