package io.tocsin.bench;

import io.tocsin.stack.Stack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Processor time by part of the system, told beside a wall time: where every core is busy it says who to make lighter. */
final class CpuShares {
    private final Map<String, Long> begun = new LinkedHashMap<>();
    private final Stack stack;
    private final ProcessHandle app;

    private CpuShares(Stack stack, ProcessHandle app) {
        this.stack = stack;
        this.app = app;
        parts().forEach((name, part) -> begun.put(name, millis(part)));
    }

    static CpuShares since(Stack stack, ProcessHandle app) {
        return new CpuShares(stack, app);
    }

    /** @return milliseconds of processor time since the beginning; "bench" holds Kafka, the mail server and the bench */
    Map<String, Long> spent() {
        Map<String, Long> spent = new LinkedHashMap<>();
        parts().forEach((name, part) -> spent.put(name, millis(part) - begun.get(name)));
        return spent;
    }

    private Map<String, ProcessHandle> parts() {
        Map<String, ProcessHandle> parts = new LinkedHashMap<>();
        parts.put("application", app);
        parts.put("keycloak", stack.keycloakProcess());
        parts.put("postgres", stack.postgresProcess());
        parts.put("bench", ProcessHandle.current());
        return parts;
    }

    private static long millis(ProcessHandle part) {
        ToLongFunction<ProcessHandle> own =
                p -> p.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        if (part.equals(ProcessHandle.current())) {
            return own.applyAsLong(part);
        }
        return Stream.concat(Stream.of(part), part.descendants()).mapToLong(own).sum();
    }
}
