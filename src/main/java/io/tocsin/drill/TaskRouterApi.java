package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** TaskRouter's workspaces and what lives in them. */
@ApplicationScoped
class TaskRouterApi implements CarrierApi {
    private static final Map<String, Thing.Kind> CHILDREN = Map.of(
            "Activities", Thing.Kind.ACTIVITY,
            "TaskQueues", Thing.Kind.QUEUE,
            "Workflows", Thing.Kind.WORKFLOW,
            "Workers", Thing.Kind.WORKER,
            "Tasks", Thing.Kind.TASK);

    private final Things things;
    private final RoutingObjects objects;
    private final TaskRouting routing;
    private final DrillConfig config;
    private final Clock clock;

    TaskRouterApi(Things things, RoutingObjects objects, TaskRouting routing, DrillConfig config, Clock clock) {
        this.things = things;
        this.objects = objects;
        this.routing = routing;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public boolean serves(CarrierRequest request) {
        return request.domain().equals("taskrouter")
                && request.path().size() > 1
                && request.at(1).equals("Workspaces");
    }

    @Override
    public CarrierAnswer answer(CarrierRequest request) {
        return switch (request.path().size()) {
            case 2 ->
                request.method().equals("POST")
                        ? createWorkspace(request)
                        : list(request, Thing.Kind.WORKSPACE, "workspaces", "");
            case 3 -> workspace(request, need(Thing.Kind.WORKSPACE, request.at(2)));
            case 4 -> children(request, need(Thing.Kind.WORKSPACE, request.at(2)));
            case 5 -> child(request);
            case 6 -> reservations(request);
            default -> throw CarrierError.notFound();
        };
    }

    private CarrierAnswer createWorkspace(CarrierRequest request) {
        request.required("FriendlyName");
        Thing workspace = objects.draft(Thing.Kind.WORKSPACE, "", null, request, "FriendlyName", "EventCallbackUrl");
        ObjectNode doc = workspace.doc();
        doc.put("multi_task_enabled", request.flag("MultiTaskEnabled", false));
        doc.put("prioritize_queue_order", "FIFO");
        Thing offline = objects.activity(workspace.sid(), "Offline", false);
        Thing available = objects.activity(workspace.sid(), "Available", true);
        Thing unavailable = objects.activity(workspace.sid(), "Unavailable", false);
        for (String use : List.of("default", "timeout")) {
            doc.put(use + "_activity_sid", offline.sid());
            doc.put(use + "_activity_name", "Offline");
        }
        // All or nothing, as at the carrier: a kill in between must not leave a workspace without its activities.
        QuarkusTransaction.requiringNew()
                .run(() -> List.of(workspace, offline, available, unavailable).forEach(things::add));
        return CarrierAnswer.created(doc);
    }

    private CarrierAnswer workspace(CarrierRequest request, Thing workspace) {
        return switch (request.method()) {
            case "POST" ->
                changed(
                        workspace,
                        Docs.taken(
                                request,
                                "FriendlyName",
                                "EventCallbackUrl",
                                "DefaultActivitySid",
                                "TimeoutActivitySid"),
                        null);
            case "DELETE" -> removed(workspace);
            default -> CarrierAnswer.ok(workspace.doc());
        };
    }

    private CarrierAnswer children(CarrierRequest request, Thing workspace) {
        Thing.Kind kind = kind(request.at(3));
        return request.method().equals("POST")
                ? create(request, kind, workspace)
                : list(request, kind, Docs.snake(request.at(3)), workspace.sid());
    }

    private CarrierAnswer create(CarrierRequest request, Thing.Kind kind, Thing workspace) {
        if (kind == Thing.Kind.TASK) {
            return CarrierAnswer.created(
                    routing.createTask(workspace.sid(), request).doc());
        }
        String name = request.required("FriendlyName");
        Thing made = objects.draft(kind, workspace.sid(), name, request, fieldsOf(kind));
        objects.complete(made, workspace, request);
        if (!things.add(made)) {
            throw new CarrierError(400, 20001, kind + " with this FriendlyName already exists in the workspace");
        }
        if (made.doc().path("available").asBoolean() && kind == Thing.Kind.WORKER) {
            routing.poke(workspace.sid());
        }
        return CarrierAnswer.created(made.doc());
    }

    private CarrierAnswer child(CarrierRequest request) {
        Thing workspace = need(Thing.Kind.WORKSPACE, request.at(2));
        Thing thing = need(kind(request.at(3)), request.at(4));
        if (!thing.parent().equals(workspace.sid())) {
            throw CarrierError.notFound();
        }
        return switch (request.method()) {
            case "POST" -> change(request, workspace, thing);
            case "DELETE" -> delete(thing);
            default -> CarrierAnswer.ok(thing.doc());
        };
    }

    private CarrierAnswer change(CarrierRequest request, Thing workspace, Thing thing) {
        if (thing.kind() == Thing.Kind.TASK) {
            return CarrierAnswer.ok(routing.changeTask(thing, request).doc());
        }
        ObjectNode fields = Docs.taken(request, fieldsOf(thing.kind()));
        if (thing.kind() == Thing.Kind.WORKER && request.parameter("ActivitySid") != null) {
            fields.setAll(objects.activityFields(workspace, request.parameter("ActivitySid")));
            if (request.flag("RejectPendingReservations", false)) {
                routing.rejectPending(thing);
            }
        }
        CarrierAnswer answer = changed(thing, fields, request.parameter("FriendlyName", thing.place()));
        if (fields.has("activity_sid")) {
            routing.activityChanged(workspace, thing);
        }
        routing.poke(workspace.sid());
        return answer;
    }

    private CarrierAnswer delete(Thing thing) {
        switch (thing.kind()) {
            case WORKER -> {
                if (thing.doc().path("available").asBoolean() || thing.state().equals("busy")) {
                    throw new CarrierError(409, 20409, "Worker is in use: it must be offline and without tasks");
                }
            }
            case QUEUE -> {
                if (usedByWorkflow(thing)) {
                    throw new CarrierError(409, 20409, "TaskQueue is in use by a Workflow");
                }
            }
            case TASK -> routing.cancel(thing, "deleted");
            case NUMBER, SERVICE, SENDER, MESSAGE, CALL, RECORDING, WORKSPACE, ACTIVITY, WORKFLOW, RESERVATION -> {
                // free to go
            }
        }
        return removed(thing);
    }

    private boolean usedByWorkflow(Thing queue) {
        return things.all(Thing.Kind.WORKFLOW, queue.parent()).stream()
                .anyMatch(workflow -> workflow.text("configuration").contains(queue.sid()));
    }

    /** {@code Workers/WK…/Reservations} and {@code Tasks/WT…/Reservations}. */
    private CarrierAnswer reservations(CarrierRequest request) {
        Thing owner = need(kind(request.at(3)), request.at(4));
        String field = owner.kind() == Thing.Kind.WORKER ? "worker_sid" : "task_sid";
        String status = request.parameter("ReservationStatus");
        List<Thing> found = things.all(Thing.Kind.RESERVATION, request.at(2)).stream()
                .filter(reservation -> reservation.text(field).equals(owner.sid()))
                .filter(reservation -> status == null || reservation.state().equals(status))
                .collect(Collectors.toList());
        found.forEach(reservation -> reservation.doc().put("reservation_status", reservation.state()));
        return Docs.page(
                request, "reservations", offset -> found.stream().skip(offset).toList(), Docs.pageSize(request));
    }

    private CarrierAnswer list(CarrierRequest request, Thing.Kind kind, String key, String parent) {
        int size = Docs.pageSize(request);
        String status = request.parameter("AssignmentStatus");
        String worker = request.parameter("WorkerSid");
        String name = request.parameter("FriendlyName");
        if (status == null) {
            return Docs.page(request, key, offset -> things.list(kind, parent, name, null, offset, size + 1), size);
        }
        List<Thing> matching = things.inState(kind, parent, status.split(",")).stream()
                .filter(task -> worker == null || task.text("worker_sid").equals(worker))
                .toList();
        return Docs.page(request, key, offset -> matching.stream().skip(offset).toList(), size);
    }

    private CarrierAnswer changed(Thing thing, ObjectNode fields, String place) {
        fields.put("date_updated", Docs.date(clock.instant()));
        String name = Optional.ofNullable(fields.get("friendly_name"))
                .map(JsonNode::asText)
                .orElse(thing.name());
        things.change(thing, fields, name, place);
        thing.doc().setAll(fields);
        return CarrierAnswer.ok(thing.doc());
    }

    private CarrierAnswer removed(Thing thing) {
        things.remove(thing.sid());
        return CarrierAnswer.none();
    }

    private Thing need(Thing.Kind kind, String sid) {
        return things.get(kind, sid).orElseThrow(CarrierError::notFound);
    }

    private static Thing.Kind kind(String segment) {
        return Optional.ofNullable(CHILDREN.get(segment)).orElseThrow(CarrierError::notFound);
    }

    private static String[] fieldsOf(Thing.Kind kind) {
        Function<String, String[]> split = names -> names.split(" ");
        return switch (kind) {
            case ACTIVITY -> split.apply("FriendlyName");
            case QUEUE ->
                split.apply("FriendlyName TargetWorkers TaskOrder MaxReservedWorkers ReservationActivitySid"
                        + " AssignmentActivitySid");
            case WORKFLOW ->
                split.apply("FriendlyName Configuration AssignmentCallbackUrl"
                        + " FallbackAssignmentCallbackUrl TaskReservationTimeout");
            case WORKER -> split.apply("FriendlyName Attributes");
            case NUMBER, SERVICE, SENDER, MESSAGE, CALL, RECORDING, WORKSPACE, TASK, RESERVATION -> new String[0];
        };
    }
}
