package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.drill.twiml.Verb;
import io.tocsin.platform.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call's time in a queue: it hears what the wait URL has to say until an agent, its patience or the script ends it. */
final class QueueStay {
    /** Life seconds between two looks where the wait document has nothing that takes time. */
    private static final double SHORTEST_ROUND = 2;

    private final VoiceCall call;
    private final Verbs verbs;
    private final Verb.Enqueue enqueue;
    private final long since = System.nanoTime();
    private Thing task;

    /** The wait document said {@code <Leave>}. */
    private static final class Left extends RuntimeException {
        Left() {
            super("left", null, false, false);
        }
    }

    QueueStay(VoiceCall call, Verbs verbs, Verb.Enqueue enqueue) {
        this.call = call;
        this.verbs = verbs;
        this.enqueue = enqueue;
    }

    List<Verb> stay() {
        Thing workflow = call.room()
                .things()
                .get(Thing.Kind.WORKFLOW, enqueue.workflowSid())
                .orElse(null);
        if (workflow == null) {
            call.transcript().add("failed", "reason", "no such workflow");
            return after("system-error");
        }
        try {
            task = call.room()
                    .routing()
                    .createTask(
                            workflow,
                            attributes(),
                            enqueue.priority(),
                            call.plan().sid());
        } catch (IllegalArgumentException e) {
            call.transcript().add("failed", "reason", "task attributes are not JSON");
            return after("error");
        }
        call.transcript().add("queued", "workflow", workflow.sid(), "task", task.sid());
        try {
            while (true) {
                round();
            }
        } catch (Left left) {
            return leave("leave");
        } catch (VoiceCall.Over over) {
            leaveQueue("hangup");
            throw over;
        } catch (VoiceCall.Interrupted interrupted) {
            return heed(interrupted);
        }
    }

    private List<Verb> heed(VoiceCall.Interrupted interrupted) {
        return switch (interrupted.signal) {
            case Signal.Bridged bridged -> {
                call.transcript()
                        .add(
                                "answered",
                                "worker",
                                bridged.workerSid(),
                                "name",
                                bridged.workerName(),
                                "waited",
                                waited());
                call.transcript().answeredBy(bridged.workerName());
                call.converse(bridged);
                call.transcript().add("conversation-over", "worker", bridged.workerSid());
                yield after("bridged");
            }
            case Signal.Conferenced conferenced -> throw meet(conferenced);
            case Signal.Dropped ignored -> after("leave");
            case Signal.Released ignored -> after("leave");
            case Signal.Redirected ignored -> {
                leaveQueue("redirected");
                throw interrupted;
            }
            case Signal.Ended ignored -> {
                leaveQueue("hangup");
                throw interrupted;
            }
        };
    }

    /**
     * TaskRouter takes the call out of the queue into the conference. The queue's action is told, as of every call that is
     * moved on from outside, but what it answers is not done; after the conference the call is over.
     */
    private VoiceCall.Over meet(Signal.Conferenced conferenced) {
        call.transcript()
                .add(
                        "answered",
                        "worker",
                        conferenced.workerSid(),
                        "name",
                        conferenced.workerName(),
                        "waited",
                        waited());
        call.transcript().answeredBy(conferenced.workerName());
        if (!enqueue.action().isBlank()) {
            Map<String, String> fields = call.fields();
            fields.putAll(result("redirected"));
            call.room().webhooks().tell(call.absolute(enqueue.action()), fields);
        }
        call.attend(conferenced.conference(), conferenced.guest());
        call.transcript().add("conversation-over", "worker", conferenced.workerSid());
        return new VoiceCall.Over("completed");
    }

    private void round() {
        long began = System.nanoTime();
        if (!enqueue.waitUrl().isBlank()) {
            for (Verb verb : waitDocument()) {
                hear(verb);
            }
        }
        double took = call.lifeTimeSince(began).toMillis() / 1000.0;
        if (took < SHORTEST_ROUND) {
            pause(SHORTEST_ROUND - took);
        }
    }

    private List<Verb> waitDocument() {
        int[] position = call.room().routing().position(task);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("QueuePosition", Integer.toString(position[0]));
        fields.put("CurrentQueueSize", Integer.toString(position[1]));
        fields.put("QueueTime", Long.toString(call.lifeTimeSince(since).toSeconds()));
        fields.put("AvgQueueTime", Long.toString(call.lifeTimeSince(since).toSeconds()));
        fields.put("QueueSid", task.text("task_queue_sid"));
        call.transcript().add("waited", "position", fields.get("QueuePosition"), "seconds", fields.get("QueueTime"));
        return call.fetch(enqueue.waitMethod(), enqueue.waitUrl(), fields);
    }

    private void hear(Verb verb) {
        switch (verb) {
            case Verb.Pause pause -> pause(pause.seconds());
            case Verb.Prompt prompt -> verbs.prompt(prompt);
            case Verb.Gather gather -> {
                List<Verb> next = verbs.gather(gather);
                if (next != null) {
                    next.forEach(this::hear);
                }
            }
            case Verb.Redirect redirect ->
                call.fetch(redirect.method(), redirect.url(), Map.of()).forEach(this::hear);
            case Verb.Leave ignored -> throw new Left();
            case Verb.Hangup ignored -> {
                call.transcript().add("hung-up", "by", "script");
                throw new VoiceCall.Over("completed");
            }
            case Verb.Enqueue ignored -> refuse("Enqueue");
            case Verb.Record ignored -> refuse("Record");
            case Verb.Dial ignored -> refuse("Dial");
            case Verb.Sms ignored -> refuse("Sms");
            case Verb.Reject ignored -> refuse("Reject");
        }
        checkPatience();
    }

    /** Twilio refuses these within a wait document (error 13620 and its kin). */
    private void refuse(String verb) {
        call.transcript().add("failed", "reason", "<" + verb + "> is not allowed while waiting");
    }

    private void pause(double seconds) {
        double impatience = call.plan().impatienceSeconds();
        double left = impatience - call.lifeTimeSince(since).toMillis() / 1000.0;
        call.rest(impatience > 0 ? Math.max(0, Math.min(seconds, left)) : seconds);
        checkPatience();
    }

    private void checkPatience() {
        double impatience = call.plan().impatienceSeconds();
        if (impatience > 0 && call.lifeTimeSince(since).toMillis() >= impatience * 1000) {
            call.transcript().add("hung-up", "by", "caller", "reason", "impatient");
            throw new VoiceCall.Over("completed");
        }
    }

    private List<Verb> leave(String result) {
        leaveQueue(result);
        return after(result);
    }

    private void leaveQueue(String reason) {
        call.room().things().get(Thing.Kind.TASK, task.sid()).ifPresent(now -> call.room()
                .routing()
                .cancel(now, reason));
        call.forgetSignals();
    }

    private List<Verb> after(String result) {
        if (enqueue.action().isBlank()) {
            return null;
        }
        return call.fetch(enqueue.method(), enqueue.action(), result(result));
    }

    private Map<String, String> result(String result) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("QueueResult", result);
        fields.put("QueueTime", Long.toString(call.lifeTimeSince(since).toSeconds()));
        if (task != null) {
            fields.put("QueueSid", task.text("task_queue_sid"));
            fields.put("TaskSid", task.sid());
        }
        return fields;
    }

    private String waited() {
        return Long.toString(call.lifeTimeSince(since).toSeconds());
    }

    /** The script's own attributes and those that Twilio adds of the call. */
    private String attributes() {
        ObjectNode attributes = (ObjectNode) Json.tree(enqueue.task());
        attributes.put("call_sid", call.plan().sid());
        attributes.put("account_sid", call.room().config().accountSid());
        attributes.put("from", call.plan().from());
        attributes.put("caller", call.plan().from());
        attributes.put("to", call.plan().to());
        attributes.put("called", call.plan().to());
        attributes.put("direction", call.plan().direction());
        return Json.write(attributes);
    }
}
