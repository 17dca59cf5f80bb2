package io.tocsin.center;

import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * One check of the open gate.
 *
 * @param name stable; overrides refer to it
 * @param holds whether it is met by itself
 * @param findings what is wrong, one by one
 * @param whatToDo how to meet it; empty if it holds
 * @param override why it may be passed all the same, if a crisis manager said so
 */
public record GateCheck(
        String name,
        Phrase title,
        boolean holds,
        List<Phrase> findings,
        Optional<Phrase> whatToDo,
        Optional<Override> override) {
    public record Override(String reason, String by, java.time.Instant at) {}

    public boolean passes() {
        return holds || override.isPresent();
    }
}
