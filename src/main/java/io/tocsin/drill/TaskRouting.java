package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.drill.expression.Expression;
import io.tocsin.platform.Json;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Brings waiting tasks and available workers together, oldest task of the highest priority first. */
@ApplicationScoped
class TaskRouting {
    private static final Logger LOG = Logger.getLogger(TaskRouting.class);

    private final Things things;
    private final Offers offers;
    private final TaskEvents events;
    private final LiveCalls calls;
    private final Behaviours behaviours;
    private final DrillConfig config;
    private final Clock clock;
    private final Map<String, AtomicInteger> wanted = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drill-routing").factory());

    TaskRouting(
            Things things,
            Offers offers,
            TaskEvents events,
            LiveCalls calls,
            Behaviours behaviours,
            DrillConfig config,
            Clock clock) {
        this.things = things;
        this.offers = offers;
        this.events = events;
        this.calls = calls;
        this.behaviours = behaviours;
        this.config = config;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    Thing createTask(String workspaceSid, CarrierRequest request) {
        Thing workflow = things.get(Thing.Kind.WORKFLOW, request.required("WorkflowSid"))
                .filter(found -> found.parent().equals(workspaceSid))
                .orElseThrow(() -> new CarrierError(400, 20001, "WorkflowSid is not of this workspace"));
        return createTask(workflow, request.parameter("Attributes", "{}"), request.number("Priority", 0), "");
    }

    /** @param callSid the call that waits; empty for a task without one */
    Thing createTask(Thing workflow, String attributes, int priority, String callSid) {
        List<WorkflowPlan.Target> targets =
                WorkflowPlan.parse(workflow.text("configuration")).targetsFor(Json.tree(attributes));
        String sid = Sids.next(Thing.Kind.TASK);
        ObjectNode doc = Json.object();
        doc.put("sid", sid);
        doc.put("account_sid", config.accountSid());
        doc.put("workspace_sid", workflow.parent());
        doc.put("workflow_sid", workflow.sid());
        doc.put("workflow_friendly_name", workflow.name());
        doc.put("attributes", attributes);
        doc.put("assignment_status", "pending");
        doc.put("date_created", Docs.date(clock.instant()));
        doc.put("date_updated", Docs.date(clock.instant()));
        doc.put("call_sid", callSid);
        doc.put("target", 0);
        doc.put("target_since", clock.instant().toString());
        int rank = priority;
        if (!targets.isEmpty()) {
            doc.put("task_queue_sid", targets.getFirst().queueSid());
            Integer own = targets.getFirst().priority();
            rank = own == null ? priority : own;
        }
        doc.put("priority", rank);
        Thing task =
                new Thing(sid, Thing.Kind.TASK, workflow.parent(), "", null, "pending", rank, doc, clock.instant());
        things.add(task);
        events.tell(workflow.parent(), "task.created", task, null, null);
        poke(workflow.parent());
        return task;
    }

    Thing changeTask(Thing task, CarrierRequest request) {
        ObjectNode fields = Docs.taken(request, "Attributes", "Reason");
        String status = request.parameter("AssignmentStatus");
        if (status == null) {
            things.change(task.sid(), fields);
        } else {
            move(task, status, fields);
        }
        return things.get(Thing.Kind.TASK, task.sid()).orElseThrow(CarrierError::notFound);
    }

    private void move(Thing task, String status, ObjectNode fields) {
        switch (status) {
            case "canceled" -> cancel(task, fields.path("reason").asText("canceled"));
            case "completed", "wrapping" -> {
                fields.put("assignment_status", status);
                if (!things.move(task.sid(), "assigned", status, fields)
                        && !things.move(task.sid(), "wrapping", status, fields)) {
                    throw new CarrierError(400, 20001, "Only a task that is assigned or wrapping can be " + status);
                }
                if (status.equals("completed")) {
                    offers.settle(task.sid(), status);
                }
                events.tell(
                        task.parent(), status.equals("completed") ? "task.completed" : "task.wrapup", task, null, null);
                poke(task.parent());
            }
            default -> throw new CarrierError(400, 20001, "AssignmentStatus cannot be set to " + status);
        }
    }

    /** The task goes, whatever it was waiting for; whoever was being rung for it is free again. */
    void cancel(Thing task, String reason) {
        ObjectNode fields = Json.object().put("assignment_status", "canceled").put("reason", reason);
        for (String state : List.of("pending", "reserved", "assigned", "wrapping")) {
            if (things.move(task.sid(), state, "canceled", fields)) {
                offers.settle(task.sid(), "canceled");
                events.tell(task.parent(), "task.canceled", task, null, null);
                calls.signal(task.text("call_sid"), new Signal.Dropped(reason));
                poke(task.parent());
                return;
            }
        }
    }

    void rejectPending(Thing worker) {
        things.inState(Thing.Kind.RESERVATION, worker.parent(), "pending").stream()
                .filter(reservation -> reservation.text("worker_sid").equals(worker.sid()))
                .forEach(offers::withdraw);
    }

    void activityChanged(Thing workspace, Thing worker) {
        events.tell(workspace.sid(), "worker.activity.update", null, worker, null);
    }

    /** How many stand before this task, and how many wait in all, in the same queue. First is 1. */
    int[] position(Thing task) {
        String queue = task.text("task_queue_sid");
        List<Thing> waiting = things.inState(Thing.Kind.TASK, task.parent(), "pending", "reserved").stream()
                .filter(other -> other.text("task_queue_sid").equals(queue))
                .toList();
        int at = 0;
        while (at < waiting.size() && !waiting.get(at).sid().equals(task.sid())) {
            at++;
        }
        return new int[] {at + 1, waiting.size()};
    }

    /** Something changed in this workspace: look for work again. */
    void poke(String workspaceSid) {
        AtomicInteger count = wanted.computeIfAbsent(workspaceSid, ignored -> new AtomicInteger());
        if (count.getAndIncrement() == 0) {
            threads.execute(() -> run(workspaceSid, count));
        }
    }

    private void run(String workspaceSid, AtomicInteger count) {
        int seen;
        do {
            seen = count.get();
            try {
                assign(workspaceSid);
            } catch (RuntimeException e) {
                LOG.errorf(e, "drill routing failed workspace=%s", workspaceSid);
            }
        } while (!count.compareAndSet(seen, 0));
    }

    private void assign(String workspaceSid) {
        List<Thing> tasks = things.inState(Thing.Kind.TASK, workspaceSid, "pending");
        if (tasks.isEmpty()) {
            return;
        }
        List<Thing> workers = new ArrayList<>(things.idleWorkers(workspaceSid));
        Map<String, Thing> queues = things.all(Thing.Kind.QUEUE, workspaceSid).stream()
                .collect(Collectors.toMap(Thing::sid, Function.identity()));
        Map<String, Thing> workflows = things.all(Thing.Kind.WORKFLOW, workspaceSid).stream()
                .collect(Collectors.toMap(Thing::sid, Function.identity()));
        for (Thing task : tasks) {
            Thing workflow = workflows.get(task.text("workflow_sid"));
            WorkflowPlan.Target target = workflow == null ? null : target(task, workflow);
            if (target == null) {
                cancel(task, "Workflow timed out");
                continue;
            }
            workers.stream()
                    .filter(worker -> fits(task, worker, target, queues.get(target.queueSid())))
                    .findFirst()
                    .ifPresent(worker -> {
                        workers.remove(worker);
                        offer(task, worker, workflow, queues.get(target.queueSid()));
                    });
        }
    }

    /** Where the task stands by now; moves on through targets whose time has passed. Null past the last. */
    private WorkflowPlan.Target target(Thing task, Thing workflow) {
        JsonNode attributes = Json.tree(task.text("attributes"));
        List<WorkflowPlan.Target> targets =
                WorkflowPlan.parse(workflow.text("configuration")).targetsFor(attributes);
        int at = task.doc().path("target").asInt();
        Instant since = Instant.parse(task.text("target_since"));
        while (at < targets.size() && targets.get(at).timeoutSeconds() > 0) {
            Duration lasts = real(targets.get(at).timeoutSeconds());
            Duration left = Duration.between(clock.instant(), since.plus(lasts));
            if (left.isPositive()) {
                timer.schedule(() -> poke(task.parent()), left.toMillis() + 1, TimeUnit.MILLISECONDS);
                return targets.get(at);
            }
            since = since.plus(lasts);
            at++;
            if (at < targets.size()) {
                things.change(
                        task.sid(),
                        Json.object()
                                .put("target", at)
                                .put("target_since", since.toString())
                                .put("task_queue_sid", targets.get(at).queueSid()));
            }
        }
        return at < targets.size() ? targets.get(at) : null;
    }

    private static boolean fits(Thing task, Thing worker, WorkflowPlan.Target target, Thing queue) {
        if (queue == null) {
            return false;
        }
        JsonNode attributes = Json.tree(worker.text("attributes"));
        return Expression.parse(queue.text("target_workers")).matches(attributes)
                && (target.workers().isEmpty()
                        || Expression.parse(target.workers())
                                .matches(Expression.both(Json.tree(task.text("attributes")), attributes)));
    }

    private void offer(Thing task, Thing worker, Thing workflow, Thing queue) {
        if (!things.move(worker.sid(), "idle", "busy", Json.object())) {
            return;
        }
        if (!things.move(task.sid(), "pending", "reserved", Json.object().put("assignment_status", "reserved"))) {
            things.move(worker.sid(), "busy", "idle", Json.object());
            return;
        }
        Thing reservation = offers.reserve(task, worker);
        threads.execute(() -> {
            try {
                offers.carryOut(task, worker, workflow, queue, reservation);
            } catch (RuntimeException e) {
                LOG.errorf(e, "drill offer failed reservation=%s", reservation.sid());
                offers.withdraw(reservation);
            } finally {
                poke(task.parent());
            }
        });
    }

    private Duration real(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000 / behaviours.now().speed()));
    }
}
