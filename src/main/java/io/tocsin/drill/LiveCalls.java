package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** The calls that this process is in the middle of; they do not outlive it. */
@ApplicationScoped
class LiveCalls {
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** @param mailbox signals that the call has not yet heeded */
    record Line(BlockingQueue<Signal> mailbox, Transcript transcript) {}

    Line open(String callSid, Transcript transcript) {
        Line line = new Line(new LinkedBlockingQueue<>(), transcript);
        lines.put(callSid, line);
        return line;
    }

    void close(String callSid) {
        lines.remove(callSid);
    }

    Optional<Line> get(String callSid) {
        return Optional.ofNullable(lines.get(callSid));
    }

    /** @return false where the call is not live here */
    boolean signal(String callSid, Signal signal) {
        Line line = lines.get(callSid);
        return line != null && line.mailbox().add(signal);
    }
}
