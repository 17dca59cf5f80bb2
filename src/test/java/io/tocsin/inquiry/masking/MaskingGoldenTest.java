package io.tocsin.inquiry.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.audience.NameForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of what is personal is found, and how much of what is found is personal, in the texts of a folder. */
class MaskingGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/masking");
    private static final Pattern MARK = Pattern.compile("⟦([A-Z_]+):([^⟧]*)⟧");
    private static final double LEAST_RECALL = 0.95;
    private static final double LEAST_PRECISION = 0.9;
    private static final int FEWEST_TEXTS = 60;

    private record Golden(String text, List<Finding> marks) {
        static Golden of(String line) {
            StringBuilder text = new StringBuilder();
            List<Finding> marks = new ArrayList<>();
            Matcher mark = MARK.matcher(line);
            int at = 0;
            while (mark.find()) {
                text.append(line, at, mark.start());
                marks.add(new Finding(
                        Kind.valueOf(mark.group(1)),
                        text.length(),
                        text.length() + mark.group(2).length()));
                text.append(mark.group(2));
                at = mark.end();
            }
            return new Golden(text.append(line.substring(at)).toString(), marks);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void enoughOfWhatIsPersonalIsMaskedAndHardlyAnythingElse(String language) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(language + ".txt"));
        List<String> names = header(lines, "names", ";");
        Set<String> listed = listed(lines);
        Set<String> ours = new LinkedHashSet<>(header(lines, "ours", " "));
        List<Golden> texts = lines.stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(Golden::of)
                .toList();
        List<String> wrong = new ArrayList<>();
        int marks = 0;
        int missed = 0;
        int findings = 0;
        int mistaken = 0;
        for (Golden golden : texts) {
            List<Finding> found = Masking.mask(golden.text(), language, names, ours, forms -> among(forms, listed))
                    .findings();
            marks += golden.marks().size();
            findings += found.size();
            for (Finding mark : golden.marks()) {
                if (!covered(golden.text(), mark, found)) {
                    missed++;
                    wrong.add("missed %s in: %s".formatted(golden.text().substring(mark.start(), mark.end()), golden));
                }
            }
            for (Finding finding : found) {
                if (golden.marks().stream().noneMatch(finding::overlaps)) {
                    mistaken++;
                    wrong.add("mistaken %s %s in: %s"
                            .formatted(
                                    finding.kind(),
                                    golden.text().substring(finding.start(), finding.end()),
                                    golden.text()));
                }
            }
        }
        double recall = 1 - (double) missed / marks;
        double precision = 1 - (double) mistaken / findings;
        System.out.printf(
                "masking %s: %d texts, %d marks, recall %.3f, precision %.3f%n",
                language, texts.size(), marks, recall, precision);
        wrong.forEach(w -> System.out.println("  " + w));
        assertThat(texts).hasSizeGreaterThanOrEqualTo(FEWEST_TEXTS);
        assertThat(recall).as("recall; %s", wrong).isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(precision).as("precision; %s", wrong).isGreaterThanOrEqualTo(LEAST_PRECISION);
    }

    /** A long list: its own names, and every first name with every family name. */
    private static Set<String> listed(List<String> lines) {
        Set<String> forms = new HashSet<>();
        header(lines, "list", ";").forEach(name -> forms.add(NameForm.of(name)));
        for (String first : header(lines, "firsts", " ")) {
            for (String last : header(lines, "lasts", " ")) {
                forms.add(NameForm.of(NameForm.of(last + first) == null ? first + " " + last : last + first));
            }
        }
        forms.remove(null);
        return forms;
    }

    private static Set<String> among(Set<String> forms, Set<String> listed) {
        Set<String> found = new HashSet<>(forms);
        found.retainAll(listed);
        return found;
    }

    /** Every letter and digit of it is masked, whatever kind it was taken for. */
    private static boolean covered(String text, Finding mark, List<Finding> found) {
        for (int i = mark.start(); i < mark.end(); i++) {
            int at = i;
            if (Character.isLetterOrDigit(text.charAt(i))
                    && found.stream().noneMatch(f -> f.start() <= at && at < f.end())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> header(List<String> lines, String name, String separator) {
        String start = "# " + name + ":";
        return lines.stream()
                .filter(l -> l.startsWith(start))
                .flatMap(l -> Arrays.stream(l.substring(start.length()).split(separator)))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
