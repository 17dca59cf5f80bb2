package io.tocsin.drill;

import io.tocsin.drill.twiml.TwimlReader;
import io.tocsin.drill.twiml.Verb;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call as the carrier carries it out: fetches documents, does what they say, falls back when they fail, until
 * somebody hangs up. Runs on a virtual thread of its own; signals from outside reach it between and within pauses.
 */
final class VoiceCall {
    private static final int MOST_DOCUMENTS = 500;
    private static final Duration LONGEST_CONFERENCE = Duration.ofHours(4);

    private final CallPlan plan;
    private final CallRoom room;
    private final LiveCalls.Line line;
    private String status = "ringing";
    private String here;
    private int documents;
    private Signal heard;

    /** What all calls share. */
    record CallRoom(
            Webhooks webhooks,
            Things things,
            TaskRouting routing,
            Phones phones,
            HandPhones hands,
            Messages messages,
            Behaviours behaviours,
            DrillConfig config,
            Clock clock) {}

    VoiceCall(CallPlan plan, CallRoom room, LiveCalls.Line line) {
        this.plan = plan;
        this.room = room;
        this.line = line;
        this.here = plan.url();
    }

    /** The call is over; carries its final status. */
    static final class Over extends RuntimeException {
        final String finalStatus;

        Over(String finalStatus) {
            super(finalStatus, null, false, false);
            this.finalStatus = finalStatus;
        }
    }

    /** A signal that breaks off whatever is being played. */
    static final class Interrupted extends RuntimeException {
        final transient Signal signal;

        Interrupted(Signal signal) {
            super("signal", null, false, false);
            this.signal = signal;
        }
    }

    CallPlan plan() {
        return plan;
    }

    CallRoom room() {
        return room;
    }

    Transcript transcript() {
        return line.transcript();
    }

    /** @return the final status */
    String run() {
        Verbs verbs = new Verbs(this);
        try {
            if (plan.invitation() != null) {
                inProgress();
                attend(plan.invitation().conference(), plan.invitation().guest());
                throw new Over("completed");
            }
            List<Verb> next =
                    plan.twiml().isEmpty() ? fetch(plan.method(), plan.url(), Map.of()) : parsed(plan.twiml());
            while (true) {
                try {
                    next = verbs.play(next);
                } catch (Interrupted e) {
                    next = redirected(e.signal);
                }
            }
        } catch (Over over) {
            return over.finalStatus;
        }
    }

    private List<Verb> redirected(Signal signal) {
        return switch (signal) {
            case Signal.Redirected to -> fetch(to.method(), to.url(), Map.of());
            case Signal.Ended ignored -> throw new Over("completed");
            case Signal.Bridged bridged -> {
                bridged.over().complete(null);
                throw new Over("completed");
            }
            case Signal.Conferenced conferenced -> {
                conferenced.conference().end();
                throw new Over("completed");
            }
            case Signal.Released ignored -> throw new Over("completed");
            case Signal.Dropped ignored -> throw new Over("completed");
        };
    }

    void inProgress() {
        status = "in-progress";
        transcript().status(status);
    }

    /** Asks one of our webhooks for a document; on failure the fallback; without one the call breaks off. */
    List<Verb> fetch(String method, String url, Map<String, String> more) {
        if (++documents > MOST_DOCUMENTS) {
            transcript().add("failed", "reason", "more than " + MOST_DOCUMENTS + " documents: a loop");
            throw new Over("failed");
        }
        String target = absolute(url);
        try {
            return fetched(method, target, more);
        } catch (Webhooks.WebhookFailure | TwimlReader.NotTwiml e) {
            transcript().add("failed", "url", target, "reason", String.valueOf(e.getMessage()));
            return fallback(target, e);
        }
    }

    private List<Verb> fallback(String failed, Exception cause) {
        if (plan.fallbackUrl().isBlank()) {
            throw new Over("failed");
        }
        String code = cause instanceof TwimlReader.NotTwiml ? "12100" : "11200";
        try {
            transcript().add("fallback", "url", plan.fallbackUrl());
            return fetched("POST", plan.fallbackUrl(), Map.of("ErrorCode", code, "ErrorUrl", failed));
        } catch (Webhooks.WebhookFailure | TwimlReader.NotTwiml e) {
            transcript().add("failed", "url", plan.fallbackUrl(), "reason", String.valueOf(e.getMessage()));
            throw new Over("failed");
        }
    }

    private List<Verb> fetched(String method, String url, Map<String, String> more)
            throws Webhooks.WebhookFailure, TwimlReader.NotTwiml {
        Map<String, String> fields = fields();
        fields.putAll(more);
        long began = System.nanoTime();
        Webhooks.Reply reply = room.webhooks().ask(method, url, fields);
        transcript().add("webhook", "url", url, "ms", Long.toString((System.nanoTime() - began) / 1_000_000));
        List<Verb> verbs = reply.body().isBlank() ? List.of() : TwimlReader.read(reply.body());
        here = url;
        return verbs;
    }

    private List<Verb> parsed(String twiml) {
        try {
            return TwimlReader.read(twiml);
        } catch (TwimlReader.NotTwiml e) {
            transcript().add("failed", "reason", String.valueOf(e.getMessage()));
            throw new Over("failed");
        }
    }

    String absolute(String url) {
        return url.isBlank() ? here : URI.create(here).resolve(url).toString();
    }

    /** The fields that every webhook of this call carries. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", room.config().accountSid());
        fields.put("ApiVersion", "2010-04-01");
        fields.put("CallSid", plan.sid());
        fields.put("CallStatus", status);
        fields.put("Direction", plan.direction());
        fields.put("From", plan.from());
        fields.put("Caller", plan.from());
        fields.put("To", plan.to());
        fields.put("Called", plan.to());
        fields.putAll(plan.extra());
        return fields;
    }

    /** Lets life seconds pass, accelerated; a signal breaks in. */
    void rest(double lifeSeconds) {
        restReal(Math.round(lifeSeconds * 1000 / room.behaviours().now().speed()));
    }

    void restReal(long millis) {
        try {
            Signal signal = heard != null ? heard : line.mailbox().poll(millis, TimeUnit.MILLISECONDS);
            heard = null;
            if (signal != null) {
                throw new Interrupted(signal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Over("canceled");
        }
    }

    /** What was meant for a stay in a queue that is over. */
    void forgetSignals() {
        line.mailbox().removeIf(signal -> {
            if (signal instanceof Signal.Conferenced conferenced) {
                conferenced.conference().end();
            }
            return signal instanceof Signal.Dropped
                    || signal instanceof Signal.Bridged
                    || signal instanceof Signal.Conferenced;
        });
    }

    /** Until the conversation ends, or the line is cut from outside. */
    void converse(Signal.Bridged bridged) {
        bridged.over().orTimeout(4, TimeUnit.HOURS).exceptionally(late -> null).join();
        heard = line.mailbox().poll();
    }

    /** In a conference until it is over, or this call leaves it. */
    void attend(Conference conference, Conference.Guest guest) {
        if (!conference.join(guest)) {
            return;
        }
        transcript().add("in-conference", "conference", conference.sid(), "muted", Boolean.toString(guest.muted()));
        room.hands().onHangUp(plan.to(), () -> line.mailbox().add(new Signal.Ended()));
        try {
            Signal signal;
            do {
                signal = line.mailbox().poll(LONGEST_CONFERENCE.toMillis(), TimeUnit.MILLISECONDS);
                // what is told of the task does not end what two people have to say to each other
            } while (signal instanceof Signal.Dropped);
            transcript().add("left-conference", "because", signal instanceof Signal.Ended ? "hung-up" : "over");
            if (signal instanceof Signal.Redirected) {
                throw new Interrupted(signal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Over("canceled");
        } finally {
            conference.leave(guest.callSid());
        }
    }

    Duration lifeTimeSince(long nanos) {
        return Duration.ofNanos(
                Math.round((System.nanoTime() - nanos) * room.behaviours().now().speed()));
    }
}
