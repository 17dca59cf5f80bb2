package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a workspace's event callback what happened, in the order of Twilio's fields (Twilio, "TaskRouter events"). */
@ApplicationScoped
class TaskEvents {
    private final Things things;
    private final Webhooks webhooks;
    private final DrillConfig config;
    private final Clock clock;

    TaskEvents(Things things, Webhooks webhooks, DrillConfig config, Clock clock) {
        this.things = things;
        this.webhooks = webhooks;
        this.config = config;
        this.clock = clock;
    }

    /** What an event is not about is null. */
    void tell(String workspaceSid, String type, Thing task, Thing worker, Thing reservation) {
        things.get(Thing.Kind.WORKSPACE, workspaceSid)
                .map(workspace -> workspace.text("event_callback_url"))
                .filter(url -> !url.isBlank())
                .ifPresent(url -> webhooks.tell(url, fields(workspaceSid, type, task, worker, reservation)));
    }

    private Map<String, String> fields(String workspaceSid, String type, Thing task, Thing worker, Thing reservation) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Sid", Sids.next("EV"));
        fields.put("EventType", type);
        fields.put("AccountSid", config.accountSid());
        fields.put("WorkspaceSid", workspaceSid);
        fields.put("Timestamp", Long.toString(clock.instant().getEpochSecond()));
        fields.put("TimestampMs", Long.toString(clock.millis()));
        if (task != null) {
            fields.put("ResourceType", "Task");
            fields.put("TaskSid", task.sid());
            fields.put("TaskAttributes", task.text("attributes"));
            fields.put("TaskPriority", Integer.toString(task.priority()));
            fields.put("TaskQueueSid", task.text("task_queue_sid"));
            fields.put("WorkflowSid", task.text("workflow_sid"));
        }
        if (worker != null) {
            fields.put("ResourceType", task == null ? "Worker" : "Task");
            fields.put("WorkerSid", worker.sid());
            fields.put("WorkerName", worker.name());
            fields.put("WorkerAttributes", worker.text("attributes"));
            fields.put("WorkerActivitySid", worker.text("activity_sid"));
            fields.put("WorkerActivityName", worker.text("activity_name"));
        }
        if (reservation != null) {
            fields.put("ResourceType", "Reservation");
            fields.put("ReservationSid", reservation.sid());
        }
        return fields;
    }
}
