package io.tocsin.inquiry.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people whom the audience knows, whole or in part, and names with which people introduce themselves. */
final class Names {
    private static final Pattern INTRODUCED =
            Pattern.compile("(?:[Mm]y name is|[Mm]y name's|(?:[Tt]his is|I am|I['’]m)(?= [A-Z][a-z]+ [A-Z][a-z]))"
                    + " ([A-Z][\\p{L}'-]+(?: [A-Z][\\p{L}'.-]+){0,2})");
    private static final Pattern INTRODUCED_IN_JAPANESE =
            Pattern.compile("(?:^|[、。はの:\\s])([一-龥々]{1,4} ?[一-龥々ぁ-んァ-ヶ]{0,4}?)(?:と申します|といいます|と言います|と言う者)");
    private static final int SHORTEST_LATIN = 3;
    private static final int SHORTEST_JAPANESE = 2;

    private Names() {}

    static List<Finding> find(String text, Collection<String> known) {
        List<Finding> found = new ArrayList<>();
        for (String wording : wordings(known)) {
            boolean latin = wording.codePointAt(0) < 0x2E80;
            String quoted = Pattern.quote(wording);
            Pattern pattern = latin
                    ? Pattern.compile("(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE)
                    : Pattern.compile(quoted + "(?![市区町村都府県駅店])");
            add(found, pattern, 0, text);
        }
        add(found, INTRODUCED, 1, text);
        add(found, INTRODUCED_IN_JAPANESE, 1, text);
        return found;
    }

    private static void add(List<Finding> found, Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Finding(Kind.NAME, matcher.start(group), matcher.end(group)));
        }
    }

    /** The longest first: a whole name is one finding. */
    private static List<String> wordings(Collection<String> known) {
        Set<String> wordings = new LinkedHashSet<>();
        for (String name : known) {
            String plain = Plain.of(name).strip();
            String[] parts = plain.split("[ ,]+");
            if (plain.length() >= SHORTEST_JAPANESE) {
                wordings.add(plain);
                wordings.add(String.join("", parts));
            }
            if (parts.length == 2) {
                wordings.add(parts[1] + " " + parts[0]);
            }
            for (String part : parts) {
                boolean latin = !part.isEmpty() && part.codePointAt(0) < 0x2E80;
                if (part.length() >= (latin ? SHORTEST_LATIN : SHORTEST_JAPANESE)) {
                    wordings.add(part);
                }
            }
        }
        return wordings.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }
}
