package io.tocsin.riskpack;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names by which templates may ask for facts. */
public final class FactNames {
    /** {@code requestKindCode} is the code of the choice {@code requestKind}, for conditions. */
    static final String CODE = "Code";
    /** {@code injuriesValue} is the bare number of {@code injuries}, for conditions. */
    static final String VALUE = "Value";

    private FactNames() {}

    /** Every name that a template of a pack with these facts may use, the center's own ones included. */
    public static Set<String> known(FactSchema schema) {
        Set<String> names = new TreeSet<>(StandardFacts.ALL);
        for (FactSchema.Fact fact : schema.facts()) {
            names.add(fact.name());
            if (fact.type() == FactSchema.Type.CHOICE) {
                names.add(fact.name() + CODE);
            }
            if (fact.type() == FactSchema.Type.NUMBER) {
                names.add(fact.name() + VALUE);
            }
        }
        return names;
    }

    /** The fact behind a name that a template uses; empty if it is no fact's. */
    static Optional<String> factOf(String used, Map<String, FactSchema.Fact> facts) {
        if (facts.containsKey(used) || StandardFacts.ALL.contains(used)) {
            return Optional.of(used);
        }
        for (String ending : Set.of(CODE, VALUE)) {
            if (used.endsWith(ending)) {
                String base = used.substring(0, used.length() - ending.length());
                if (facts.containsKey(base)) {
                    return Optional.of(base);
                }
            }
        }
        return Optional.empty();
    }
}
