package io.tocsin.ivr;

import io.tocsin.riskpack.FactNames;
import io.tocsin.riskpack.PackFrame;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names that a script's words may use besides the pack's facts and the {@link io.tocsin.riskpack.StandardFacts}. */
final class ScriptNames {
    /** The number for life-threatening emergencies where the center's callers are, spaced so that it is read digit by digit. */
    static final String EMERGENCY_NUMBER = "emergencyNumber";
    /** Until when the number is answered after the center has closed; empty if not yet known. */
    static final String ANSWERED_UNTIL = "answeredUntil";
    /** A waiting caller's place in the queue; only in {@code waiting}. */
    static final String POSITION = "position";
    /** The average wait in whole minutes, 0 if not known; only in {@code waiting}. */
    static final String MINUTES = "minutes";

    private static final Set<String> EVERYWHERE = Set.of(EMERGENCY_NUMBER, ANSWERED_UNTIL);
    private static final Set<String> WAITING = Set.of(POSITION, MINUTES);

    private ScriptNames() {}

    static Set<String> known(PackFrame frame, boolean waiting) {
        Set<String> known = new LinkedHashSet<>(FactNames.known(frame.facts()));
        known.addAll(EVERYWHERE);
        if (waiting) {
            known.addAll(WAITING);
        }
        return known;
    }

    static boolean isFact(String name) {
        return !EVERYWHERE.contains(name) && !WAITING.contains(name);
    }
}
