package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Begins calls, in both directions, and keeps what is to be known of them when they are over. */
@ApplicationScoped
class CallEngine {
    private static final Logger LOG = Logger.getLogger(CallEngine.class);

    private final VoiceCall.CallRoom room;
    private final LiveCalls calls;
    private final Things things;
    private final Sql sql;
    private final Clock clock;
    private final DrillConfig config;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CallEngine(
            Webhooks webhooks,
            Things things,
            TaskRouting routing,
            Phones phones,
            HandPhones hands,
            Messages messages,
            Behaviours behaviours,
            LiveCalls calls,
            Sql sql,
            DrillConfig config,
            Clock clock) {
        this.room =
                new VoiceCall.CallRoom(webhooks, things, routing, phones, hands, messages, behaviours, config, clock);
        this.calls = calls;
        this.things = things;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** A simulated person calls one of our numbers. */
    String dialIn(Thing number, String from, Caller caller, double impatienceSeconds) {
        CallPlan plan = new CallPlan(
                Sids.next(Thing.Kind.CALL),
                from,
                number.place(),
                "inbound",
                number.text("voice_url"),
                number.doc().path("voice_method").asText("POST"),
                "",
                number.text("voice_fallback_url"),
                number.text("status_callback"),
                caller,
                Map.of(),
                impatienceSeconds,
                Set.of(),
                null);
        begin(plan, "ringing");
        threads.execute(() -> carryOut(plan));
        return plan.sid();
    }

    /** We call a simulated person: their phone decides whether there is a conversation. */
    Thing dialOut(CallPlan plan, String detection, Duration ringing) {
        Thing call = begin(plan, "queued");
        threads.execute(() -> ring(plan, detection, ringing));
        return call;
    }

    private void ring(CallPlan plan, String detection, Duration ringing) {
        Phone phone = room.phones().at(plan.to());
        boolean answered;
        if (phone.byHand()) {
            answered = room.hands().ring(plan.to(), ringing);
        } else {
            CarrierGate.pause(phone.afterMs());
            answered = phone.answers() && !phone.busy();
        }
        boolean givenUp = calls.get(plan.sid()).orElseThrow().mailbox().stream()
                .anyMatch(signal -> signal instanceof Signal.Ended || signal instanceof Signal.Released);
        if (!answered || givenUp) {
            if (plan.invitation() != null) {
                plan.invitation().conference().leave(plan.sid());
            }
            end(
                    plan,
                    givenUp ? "canceled" : phone.busy() ? "busy" : "no-answer",
                    calls.get(plan.sid()).orElseThrow());
            return;
        }
        Map<String, String> extra = new LinkedHashMap<>(plan.extra());
        if (!detection.isEmpty()) {
            // DetectMessageEnd waits until the machine's greeting is over and its tone was heard.
            String machine = detection.equals("DetectMessageEnd") ? "machine_end_beep" : "machine_start";
            extra.put("AnsweredBy", phone.machine() ? machine : "human");
        }
        if (plan.statusEvents().contains("answered")) {
            callBack(plan, "in-progress", 0);
        }
        carryOut(plan.answeredBy(new Caller(phone.keys(), List.of(), ""), extra));
    }

    private Thing begin(CallPlan plan, String status) {
        ObjectNode doc = Json.object();
        doc.put("sid", plan.sid());
        doc.put("account_sid", config.accountSid());
        doc.put("api_version", "2010-04-01");
        doc.put("from", plan.from());
        doc.put("to", plan.to());
        doc.put("direction", plan.direction());
        doc.put("status", status);
        doc.put("date_created", Docs.olderDate(clock.instant()));
        doc.put("date_updated", Docs.olderDate(clock.instant()));
        Thing call = new Thing(plan.sid(), Thing.Kind.CALL, "", plan.to(), null, status, 0, doc, clock.instant());
        things.add(call);
        calls.open(plan.sid(), new Transcript(clock, plan.sid(), plan.from(), plan.to()));
        return call;
    }

    private void carryOut(CallPlan plan) {
        LiveCalls.Line line = calls.get(plan.sid()).orElseThrow();
        String status = "failed";
        try {
            status = new VoiceCall(plan, room, line).run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "drill call broke call=%s", plan.sid());
            line.transcript().add("failed", "reason", e.toString());
        } finally {
            room.hands().over(plan.to());
            end(plan, status, line);
        }
    }

    private void end(CallPlan plan, String status, LiveCalls.Line line) {
        Transcript transcript = line.transcript();
        long seconds = Duration.between(transcript.startedAt(), clock.instant()).toSeconds();
        transcript.add("ended", "status", status);
        transcript.end(status);
        sql.update(
                "insert into drill.transcript (call_sid, doc, written_at) values (?, ?::jsonb, ?)"
                        + " on conflict (call_sid) do update set doc = excluded.doc",
                plan.sid(),
                transcript.shown().toString(),
                clock.instant());
        things.move(
                plan.sid(),
                things.get(Thing.Kind.CALL, plan.sid()).map(Thing::state).orElse(""),
                status,
                Json.object().put("status", status).put("duration", Long.toString(seconds)));
        calls.close(plan.sid());
        callBack(plan, status, seconds);
    }

    private void callBack(CallPlan plan, String status, long seconds) {
        if (plan.statusCallback().isBlank()) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", config.accountSid());
        fields.put("ApiVersion", "2010-04-01");
        fields.put("CallSid", plan.sid());
        fields.put("CallStatus", status);
        fields.put("CallDuration", Long.toString(seconds));
        fields.put("Direction", plan.direction());
        fields.put("From", plan.from());
        fields.put("To", plan.to());
        fields.put("Timestamp", Docs.olderDate(clock.instant()));
        fields.putAll(plan.extra());
        room.webhooks().tell(plan.statusCallback(), fields);
    }

    /** As it stands, for a call that goes on or is over. */
    Optional<ObjectNode> transcript(String callSid) {
        Optional<ObjectNode> live =
                calls.get(callSid).map(line -> line.transcript().shown());
        return live.isPresent()
                ? live
                : sql.first(
                        "select doc from drill.transcript where call_sid = ?",
                        row -> (ObjectNode) Json.tree(row.getString(1)),
                        callSid);
    }

    /** After a start: calls that were being made when the process died are over, and what waited for them is gone. */
    void recover() {
        things.anywhereInState(Thing.Kind.CALL, "queued", "ringing", "in-progress")
                .forEach(call -> things.move(
                        call.sid(), call.state(), "failed", Json.object().put("status", "failed")));
        things.anywhereInState(Thing.Kind.TASK, "pending", "reserved", "assigned", "wrapping").stream()
                .filter(task -> !task.text("call_sid").isEmpty())
                .forEach(task -> room.routing().cancel(task, "call dropped"));
        things.freeWorkers();
        room.messages().resume();
    }
}
