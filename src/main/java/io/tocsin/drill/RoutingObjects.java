package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.drill.expression.Expression;
import io.tocsin.drill.expression.ExpressionException;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes activities, queues, workflows and workers as TaskRouter makes them, defaults and refusals included. */
@ApplicationScoped
class RoutingObjects {
    private final Things things;
    private final DrillConfig config;
    private final Clock clock;

    RoutingObjects(Things things, DrillConfig config, Clock clock) {
        this.things = things;
        this.config = config;
        this.clock = clock;
    }

    Thing draft(Thing.Kind kind, String workspaceSid, String place, CarrierRequest request, String... fields) {
        ObjectNode doc = Docs.taken(request, fields);
        String sid = Sids.next(kind);
        doc.put("sid", sid);
        doc.put("account_sid", config.accountSid());
        doc.put("date_created", Docs.date(clock.instant()));
        doc.put("date_updated", Docs.date(clock.instant()));
        if (!workspaceSid.isEmpty()) {
            doc.put("workspace_sid", workspaceSid);
        }
        String state = kind == Thing.Kind.WORKER ? "idle" : "";
        return new Thing(
                sid, kind, workspaceSid, request.parameter("FriendlyName", ""), place, state, 0, doc, clock.instant());
    }

    Thing activity(String workspaceSid, String name, boolean available) {
        CarrierRequest none = new CarrierRequest("", "", java.util.List.of(), java.util.Map.of("FriendlyName", name));
        Thing activity = draft(Thing.Kind.ACTIVITY, workspaceSid, name, none, "FriendlyName");
        activity.doc().put("available", available);
        return activity;
    }

    /** Fills in what was left out and refuses what cannot work. */
    void complete(Thing made, Thing workspace, CarrierRequest request) {
        ObjectNode doc = made.doc();
        switch (made.kind()) {
            case ACTIVITY -> doc.put("available", request.flag("Available", true));
            case QUEUE -> {
                doc.put("target_workers", request.parameter("TargetWorkers", "1==1"));
                doc.put("task_order", request.parameter("TaskOrder", "FIFO"));
                doc.put("max_reserved_workers", request.number("MaxReservedWorkers", 1));
                checkExpression(doc.get("target_workers").asText());
            }
            case WORKFLOW -> {
                request.required("Configuration");
                doc.put("task_reservation_timeout", request.number("TaskReservationTimeout", 120));
                doc.put("document_content_type", "application/json");
                WorkflowPlan.parse(request.parameter("Configuration"))
                        .expressions()
                        .forEach(this::checkExpression);
            }
            case WORKER -> {
                doc.put("attributes", request.parameter("Attributes", "{}"));
                String activity = request.parameter("ActivitySid", workspace.text("default_activity_sid"));
                doc.setAll(activityFields(workspace, activity));
            }
            case NUMBER, SERVICE, SENDER, MESSAGE, CALL, RECORDING, WORKSPACE, TASK, RESERVATION ->
                throw CarrierError.notFound();
        }
    }

    ObjectNode activityFields(Thing workspace, String activitySid) {
        Thing activity = things.get(Thing.Kind.ACTIVITY, activitySid)
                .filter(found -> found.parent().equals(workspace.sid()))
                .orElseThrow(() -> new CarrierError(400, 20001, "ActivitySid is not of this workspace"));
        ObjectNode fields = Json.object();
        fields.put("activity_sid", activity.sid());
        fields.put("activity_name", activity.name());
        fields.put("available", activity.doc().path("available").asBoolean());
        fields.put("date_status_changed", Docs.date(clock.instant()));
        return fields;
    }

    private void checkExpression(String expression) {
        try {
            Expression.parse(expression);
        } catch (ExpressionException e) {
            throw new CarrierError(400, 20001, "Invalid expression: " + e.getMessage());
        }
    }
}
