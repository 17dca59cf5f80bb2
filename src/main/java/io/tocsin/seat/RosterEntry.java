package io.tocsin.seat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A checked line of a roster. */
record RosterEntry(
        String name,
        String email,
        String ring,
        List<String> languages,
        List<String> skills,
        Site site,
        Employment employment,
        boolean clearance,
        List<String> trainedFor,
        boolean homePermission) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Set<String> YES = Set.of("yes", "true", "y", "1", "はい", "有", "○");
    private static final Set<String> NO = Set.of("no", "false", "n", "0", "", "いいえ", "無", "×");

    /**
     * Reads a line by column name; what is wrong goes to {@code violations}, all of it.
     *
     * @return only usable if nothing was found wrong
     */
    static RosterEntry parse(Map<String, String> line, List<Violation> violations) {
        Reader reader = new Reader(line, violations);
        return new RosterEntry(
                reader.needed("name"),
                reader.email(),
                reader.ring(),
                reader.list("languages", true).stream()
                        .map(l -> l.toLowerCase(Locale.ROOT))
                        .toList(),
                reader.list("skills", false),
                reader.choice("site", Site.class, Site.HEADQUARTERS),
                reader.choice("employment", Employment.class, Employment.EMPLOYEE),
                reader.flag("clearance"),
                reader.list("trainedFor", false),
                reader.flag("homePermission"));
    }

    private record Reader(Map<String, String> line, List<Violation> violations) {
        String text(String column) {
            String value = line.get(column);
            return value == null ? "" : value.strip();
        }

        String needed(String column) {
            String value = text(column);
            if (value.isEmpty()) {
                violations.add(Violation.of(column, "This is missing.", "入力されていません。"));
            }
            return value;
        }

        String email() {
            String value = needed("email").toLowerCase(Locale.ROOT);
            if (!value.isEmpty() && !EMAIL.matcher(value).matches()) {
                violations.add(Violation.of("email", "This is not an e-mail address.", "メールアドレスの形式ではありません。"));
            }
            return value;
        }

        String ring() {
            String value = needed("ring");
            if (value.isEmpty() || value.startsWith("sip:")) {
                return value;
            }
            try {
                PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
                return phones.format(phones.parse(value, null), PhoneNumberUtil.PhoneNumberFormat.E164);
            } catch (NumberParseException e) {
                violations.add(Violation.of(
                        "ring",
                        "Give a phone number with its country code (+81 3 ...) or a SIP address (sip:...).",
                        "国番号付きの電話番号（+81 3 …）または SIP アドレス（sip:…）を入力してください。"));
                return value;
            }
        }

        List<String> list(String column, boolean needed) {
            List<String> values = Arrays.stream(text(column).split("[;,、|]"))
                    .map(String::strip)
                    .filter(v -> !v.isEmpty())
                    .distinct()
                    .toList();
            if (needed && values.isEmpty()) {
                violations.add(Violation.of(column, "At least one is needed.", "1つ以上必要です。"));
            }
            return values;
        }

        boolean flag(String column) {
            String value = text(column).toLowerCase(Locale.ROOT);
            if (!YES.contains(value) && !NO.contains(value)) {
                violations.add(Violation.of(column, "Write yes or no.", "yes または no を入力してください。"));
            }
            return YES.contains(value);
        }

        <E extends Enum<E>> E choice(String column, Class<E> type, E fallback) {
            String value =
                    text(column).toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            if (value.isEmpty()) {
                return fallback;
            }
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(value)) {
                    return constant;
                }
            }
            String known = String.join(
                    ", ",
                    Arrays.stream(type.getEnumConstants())
                            .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .toList());
            violations.add(new Violation(
                    column, Phrase.of("Use one of: %s.", "次のいずれかを入力してください: %s").with(known)));
            return fallback;
        }
    }
}
