package io.tocsin.center;

import io.tocsin.console.Form;
import io.tocsin.platform.Mode;
import io.tocsin.riskpack.RiskPack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A declaration as the console's form gives it. What cannot be read is left out, for the check to ask for it. */
final class DeclareForm {
    private DeclareForm() {}

    static Declaration read(RiskPack pack, Form form) {
        return new Declaration(
                form.value("name"),
                form.value("organization"),
                pack.id(),
                form.moment("awareAt"),
                jurisdictions(form),
                form.value("country").isEmpty() ? null : form.value("country").toUpperCase(Locale.ROOT),
                pack.languages().stream().filter(l -> form.has("languages", l)).toList(),
                mode(form.value("mode")),
                new Capacity(form.value("size").isEmpty() ? null : form.value("size"), null, seats(form)),
                FactForm.read(pack.facts(), pack.languages(), form));
    }

    private static List<String> jurisdictions(Form form) {
        List<String> all = new ArrayList<>(form.values().getOrDefault("jurisdictions", List.of()));
        Arrays.stream(form.value("moreJurisdictions").split("[,、\\s]+"))
                .filter(j -> !j.isBlank())
                .map(j -> j.toUpperCase(Locale.ROOT))
                .forEach(all::add);
        return all;
    }

    private static Mode mode(String given) {
        return Arrays.stream(Mode.values())
                .filter(m -> m.name().equals(given))
                .findFirst()
                .orElse(null);
    }

    /** More than anybody may ask for where it is no number, so that the check refuses it. */
    private static Integer seats(Form form) {
        String given = form.value("seats");
        return given.isEmpty() ? null : given.matches("\\d{1,6}") ? Integer.valueOf(given) : Integer.valueOf(-1);
    }
}
