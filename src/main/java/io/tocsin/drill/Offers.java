package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * One task offered to one worker: the assignment callback is asked what to do, and it is done (Twilio, "Handling task
 * assignment callbacks"). What is not taken goes back to the queue.
 */
@ApplicationScoped
class Offers {
    private static final Logger LOG = Logger.getLogger(Offers.class);

    private final Things things;
    private final Webhooks webhooks;
    private final AgentPhones agents;
    private final LiveCalls calls;
    private final TaskEvents events;
    private final Behaviours behaviours;
    private final DrillConfig config;
    private final ConferenceOffers conferences;
    private final Clock clock;

    Offers(
            Things things,
            Webhooks webhooks,
            AgentPhones agents,
            LiveCalls calls,
            TaskEvents events,
            Behaviours behaviours,
            DrillConfig config,
            ConferenceOffers conferences,
            Clock clock) {
        this.things = things;
        this.webhooks = webhooks;
        this.agents = agents;
        this.calls = calls;
        this.events = events;
        this.behaviours = behaviours;
        this.config = config;
        this.conferences = conferences;
        this.clock = clock;
    }

    Thing reserve(Thing task, Thing worker) {
        String sid = Sids.next(Thing.Kind.RESERVATION);
        ObjectNode doc = Json.object();
        doc.put("sid", sid);
        doc.put("account_sid", config.accountSid());
        doc.put("workspace_sid", task.parent());
        doc.put("task_sid", task.sid());
        doc.put("worker_sid", worker.sid());
        doc.put("worker_name", worker.name());
        doc.put("date_created", Docs.date(clock.instant()));
        Thing reservation =
                new Thing(sid, Thing.Kind.RESERVATION, task.parent(), "", null, "pending", 0, doc, clock.instant());
        things.add(reservation);
        events.tell(task.parent(), "reservation.created", task, worker, reservation);
        return reservation;
    }

    void carryOut(Thing task, Thing worker, Thing workflow, Thing queue, Thing reservation) {
        JsonNode instruction = instruction(task, worker, workflow, queue, reservation);
        String what = instruction.path("instruction").asText("");
        switch (what) {
            case "dequeue" -> dequeue(task, worker, reservation, instruction);
            case "conference" -> conference(task, worker, reservation, instruction);
            case "call" -> call(task, worker, reservation, instruction);
            case "redirect" -> redirect(task, worker, reservation, instruction);
            case "accept" -> accept(task, worker, reservation);
            case "reject" ->
                turnDown(
                        reservation,
                        worker,
                        "rejected",
                        instruction.path("activity_sid").asText(""));
            default -> {
                LOG.infof("reservation without instruction waits for its time-out reservation=%s", reservation.sid());
                CarrierGate.pause(reservationMs(workflow));
                turnDown(reservation, worker, "timeout", "");
            }
        }
    }

    private JsonNode instruction(Thing task, Thing worker, Thing workflow, Thing queue, Thing reservation) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", config.accountSid());
        fields.put("WorkspaceSid", task.parent());
        fields.put("WorkflowSid", workflow.sid());
        fields.put("TaskQueueSid", queue.sid());
        fields.put("TaskSid", task.sid());
        fields.put("TaskAttributes", task.text("attributes"));
        fields.put(
                "TaskAge",
                Long.toString(
                        Duration.between(task.createdAt(), clock.instant()).toSeconds()));
        fields.put("TaskPriority", Integer.toString(task.priority()));
        fields.put("ReservationSid", reservation.sid());
        fields.put("WorkerSid", worker.sid());
        fields.put("WorkerName", worker.name());
        fields.put("WorkerAttributes", worker.text("attributes"));
        for (String url : new String[] {
            workflow.text("assignment_callback_url"), workflow.text("fallback_assignment_callback_url")
        }) {
            try {
                if (!url.isBlank()) {
                    String body = webhooks.ask("POST", url, fields).body();
                    return body.isBlank() ? Json.object() : Json.tree(body);
                }
            } catch (Webhooks.WebhookFailure | IllegalArgumentException e) {
                LOG.warnf("assignment callback failed reservation=%s reason=%s", reservation.sid(), e.getMessage());
            }
        }
        return Json.object();
    }

    private static String address(Thing worker, JsonNode instruction) {
        return instruction
                .path("to")
                .asText(Json.tree(worker.text("attributes")).path("contact_uri").asText(""));
    }

    /** Rings the worker and joins the waiting call with whoever picks up. */
    private void dequeue(Thing task, Thing worker, Thing reservation, JsonNode instruction) {
        String callSid = task.text("call_sid");
        String address = address(worker, instruction);
        Phone phone = agents.ring(address, instruction.path("timeout").asInt(60));
        if (phone == null) {
            turnDown(reservation, worker, "timeout", "");
            return;
        }
        if (!take(task, worker, reservation)) {
            return;
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        Signal bridged = new Signal.Bridged(worker.sid(), worker.name(), reservation.sid(), over);
        if (!calls.signal(callSid, bridged)) {
            finish(task, worker, instruction, "canceled");
            return;
        }
        agents.talk(phone, address);
        finish(task, worker, instruction, "completed");
        over.complete(null);
    }

    /** Rings the worker into a conference, and the waiting call after whoever picks up. */
    private void conference(Thing task, Thing worker, Thing reservation, JsonNode instruction) {
        String address = address(worker, instruction);
        Phone phone = agents.ring(address, instruction.path("timeout").asInt(60));
        if (phone == null) {
            turnDown(reservation, worker, "timeout", "");
        } else if (take(task, worker, reservation)) {
            if (conferences.meet(task, worker, instruction, phone, address)) {
                wrapUp(task, worker, reservation, instruction);
            } else {
                finish(task, worker, instruction, "canceled");
            }
        }
    }

    /** Unlike a dequeued call, one from a conference is not completed by itself: somebody has to say so. */
    private void wrapUp(Thing task, Thing worker, Thing reservation, JsonNode instruction) {
        things.move(reservation.sid(), "accepted", "wrapping", Json.object());
        change(worker, instruction.path("post_work_activity_sid").asText(""));
        if (things.move(task.sid(), "assigned", "wrapping", Json.object().put("assignment_status", "wrapping"))) {
            events.tell(task.parent(), "task.wrapup", task, worker, null);
        }
    }

    private void call(Thing task, Thing worker, Thing reservation, JsonNode instruction) {
        Phone phone = agents.ring(
                instruction.path("to").asText(""), instruction.path("timeout").asInt(60));
        if (phone == null) {
            turnDown(reservation, worker, "timeout", "");
        } else if (take(task, worker, reservation)) {
            CarrierGate.pause(Math.round(phone.talkSeconds() * 1000));
            finish(task, worker, instruction, "completed");
        }
    }

    private void redirect(Thing task, Thing worker, Thing reservation, JsonNode instruction) {
        if (take(task, worker, reservation)) {
            String callSid = instruction.path("call_sid").asText(task.text("call_sid"));
            calls.signal(callSid, new Signal.Redirected(instruction.path("url").asText(), "POST"));
            finish(task, worker, instruction, "completed");
        }
    }

    private void accept(Thing task, Thing worker, Thing reservation) {
        take(task, worker, reservation);
    }

    private boolean take(Thing task, Thing worker, Thing reservation) {
        ObjectNode assigned = Json.object().put("assignment_status", "assigned").put("worker_sid", worker.sid());
        if (things.move(reservation.sid(), "pending", "accepted", Json.object())
                && things.move(task.sid(), "reserved", "assigned", assigned)) {
            events.tell(task.parent(), "reservation.accepted", task, worker, reservation);
            return true;
        }
        things.move(worker.sid(), "busy", "idle", Json.object());
        return false;
    }

    private void finish(Thing task, Thing worker, JsonNode instruction, String status) {
        things.move(task.sid(), "assigned", status, Json.object().put("assignment_status", status));
        change(worker, instruction.path("post_work_activity_sid").asText(""));
        settle(task.sid(), status);
        events.tell(task.parent(), "task." + status, task, worker, null);
    }

    /** The task ended: its reservations end with it and their workers are free. */
    void settle(String taskSid, String status) {
        things.reservationsOf(taskSid, "pending", "accepted", "wrapping").forEach(reservation -> {
            if (things.move(reservation.sid(), reservation.state(), status, Json.object())) {
                things.move(reservation.text("worker_sid"), "busy", "idle", rested());
            }
        });
    }

    void withdraw(Thing reservation) {
        things.get(Thing.Kind.WORKER, reservation.text("worker_sid"))
                .ifPresent(worker -> turnDown(reservation, worker, "rescinded", worker.text("activity_sid")));
    }

    /** Back to the queue it goes; the worker rests in the given activity, or where time-outs lead. */
    private void turnDown(Thing reservation, Thing worker, String status, String activitySid) {
        if (!things.move(reservation.sid(), "pending", status, Json.object())) {
            return;
        }
        String activity = activitySid;
        if (activity.isEmpty()) {
            activity = things.get(Thing.Kind.WORKSPACE, worker.parent())
                    .map(workspace -> workspace.text("timeout_activity_sid"))
                    .orElse("");
        }
        change(worker, activity);
        things.move(worker.sid(), "busy", "idle", Json.object());
        things.move(
                reservation.text("task_sid"),
                "reserved",
                "pending",
                Json.object().put("assignment_status", "pending"));
        events.tell(worker.parent(), "reservation." + status, null, worker, reservation);
    }

    private void change(Thing worker, String activitySid) {
        if (activitySid.isEmpty()) {
            return;
        }
        things.get(Thing.Kind.ACTIVITY, activitySid).ifPresent(activity -> {
            ObjectNode fields = Json.object();
            fields.put("activity_sid", activity.sid());
            fields.put("activity_name", activity.name());
            fields.put("available", activity.doc().path("available").asBoolean());
            things.change(worker.sid(), fields);
            worker.doc().setAll(fields);
            events.tell(worker.parent(), "worker.activity.update", null, worker, null);
        });
    }

    private ObjectNode rested() {
        return Json.object().put("rested_since", clock.instant().toString());
    }

    private long reservationMs(Thing workflow) {
        double seconds = workflow.doc().path("task_reservation_timeout").asDouble(120);
        return Math.round(Math.min(seconds * 1000, config.reservationTimeout().toMillis())
                / behaviours.now().speed());
    }
}
