package io.tocsin.inquiry.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what looks like personal data. */
public final class Masking {
    private static final Pattern EMAIL = Pattern.compile(
            "(?i)[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,24}"
                    + "|\\b[a-z0-9][a-z0-9._+-]{1,40} ?(?:\\(at\\)|\\[at\\]|<at>| at | アットマーク ?|アットマーク) ?[a-z0-9-]{2,30}"
                    + " ?(?:\\.|\\(dot\\)|\\[dot\\]| dot |ドット) ?(?:co\\.jp|ne\\.jp|com|net|org|jp|info|de|fr|uk|example)\\b");

    private Masking() {}

    /** @param knownNames names of the audience that may stand in the text; each of their parts is looked for */
    public static Masked mask(String text, String language, Collection<String> knownNames) {
        return mask(text, language, knownNames, Set.of());
    }

    /** @param ours telephone numbers that may stand, in E.164: the center's own */
    public static Masked mask(String text, String language, Collection<String> knownNames, Set<String> ours) {
        return mask(text, language, knownNames, ours, forms -> Set.of());
    }

    /** @param listed those of some names' forms ({@link io.tocsin.audience.NameForm}) that are on the center's lists */
    public static Masked mask(
            String text,
            String language,
            Collection<String> knownNames,
            Set<String> ours,
            Function<Set<String>, Set<String>> listed) {
        List<Finding> findings = find(text, language, knownNames, ours, listed);
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Finding finding : findings) {
            masked.append(text, at, finding.start()).append(finding.kind().mark(language));
            at = finding.end();
        }
        masked.append(text, at, text.length());
        return new Masked(masked.toString(), findings);
    }

    /** In the order of the text, none over another. */
    private static List<Finding> find(
            String text,
            String language,
            Collection<String> names,
            Set<String> ours,
            Function<Set<String>, Set<String>> listed) {
        String plain = Plain.of(text);
        List<Finding> all = new ArrayList<>();
        Matcher emails = EMAIL.matcher(plain);
        while (emails.find()) {
            all.add(new Finding(Kind.EMAIL, emails.start(), emails.end()));
        }
        all.addAll(Digits.find(plain));
        all.addAll(Phones.find(plain, language, ours));
        all.addAll(Places.find(plain, language));
        all.addAll(Names.find(plain, names));
        all.addAll(Listed.find(plain, listed));
        return apart(all);
    }

    private static List<Finding> apart(List<Finding> all) {
        List<Finding> kept = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparing(Finding::kind)
                        .thenComparing(f -> f.start() - f.end())
                        .thenComparing(Finding::start))
                .filter(f -> kept.stream().noneMatch(f::overlaps))
                .forEach(kept::add);
        kept.sort(Comparator.comparing(Finding::start));
        return kept;
    }
}
