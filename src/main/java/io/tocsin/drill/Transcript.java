package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that happened in one call, in order, as its caller and its carrier saw it. */
final class Transcript {
    private final Clock clock;
    private final String callSid;
    private final String from;
    private final String to;
    private final Instant startedAt;
    private final List<Step> steps = new ArrayList<>();
    private String status = "ringing";
    private String answeredBy;
    private Instant answeredAt;
    private Instant endedAt;

    /** @param atMs real milliseconds since the call began */
    record Step(long atMs, String kind, Map<String, String> details) {}

    Transcript(Clock clock, String callSid, String from, String to) {
        this.clock = clock;
        this.callSid = callSid;
        this.from = from;
        this.to = to;
        this.startedAt = clock.instant();
    }

    /** @param details names and values by turns */
    synchronized void add(String kind, String... details) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            map.put(details[i], details[i + 1]);
        }
        steps.add(new Step(Duration.between(startedAt, clock.instant()).toMillis(), kind, map));
    }

    synchronized void status(String next) {
        status = next;
    }

    synchronized void answeredBy(String worker) {
        answeredBy = worker;
        answeredAt = clock.instant();
    }

    synchronized void end(String finalStatus) {
        status = finalStatus;
        endedAt = clock.instant();
    }

    synchronized String status() {
        return status;
    }

    synchronized Instant startedAt() {
        return startedAt;
    }

    synchronized ObjectNode shown() {
        ObjectNode shown = Json.object();
        shown.put("id", callSid);
        shown.put("from", from);
        shown.put("to", to);
        shown.put("status", status);
        shown.put("ended", endedAt != null);
        shown.put("startedAt", startedAt.toString());
        shown.put("answeredAt", answeredAt == null ? null : answeredAt.toString());
        shown.put("endedAt", endedAt == null ? null : endedAt.toString());
        shown.put("answeredBy", answeredBy);
        shown.set("steps", Json.tree(List.copyOf(steps)));
        return shown;
    }
}
