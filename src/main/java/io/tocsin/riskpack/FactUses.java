package io.tocsin.riskpack;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which files of a pack use which facts, so that a revised fact leads to every text that it makes stale. */
final class FactUses {
    private static final Set<String> NO_TEXTS = Set.of("pack.yaml", "facts.yaml", "capacity.yaml");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private FactUses() {}

    static Map<String, Set<String>> of(PackFiles files, FactSchema schema) {
        Map<String, Set<String>> uses = new TreeMap<>();
        files.texts().forEach((path, text) -> {
            if (!NO_TEXTS.contains(path)) {
                Set<String> names = namesIn(text, schema);
                if (!names.isEmpty()) {
                    uses.put(path, names);
                }
            }
        });
        return uses;
    }

    private static Set<String> namesIn(String text, FactSchema schema) {
        Map<String, FactSchema.Fact> byName = schema.byName();
        Set<String> names = new TreeSet<>();
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            Matcher name = NAME.matcher(braces.group());
            while (name.find()) {
                FactNames.factOf(name.group(), byName).ifPresent(names::add);
            }
        }
        return names;
    }
}
