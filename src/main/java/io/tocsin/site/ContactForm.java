package io.tocsin.site;

import io.tocsin.inquiry.MediaKind;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a reader sends through the contact form; nothing is null.
 *
 * @param about {@code question}, {@code return} or {@code call-back}
 * @param file empty for none
 */
record ContactForm(String about, String phone, String email, String text, String fileName, byte[] file) {
    private static final int LONGEST = 4_000;
    private static final List<String> ABOUT = List.of("question", "return", "call-back");

    static ContactForm of(String about, String phone, String email, String text, String fileName, byte[] file) {
        return new ContactForm(
                ABOUT.contains(about) ? about : ABOUT.getFirst(),
                Objects.toString(phone, "").strip(),
                Objects.toString(email, "").strip(),
                Objects.toString(text, "").strip(),
                Objects.toString(fileName, ""),
                file);
    }

    boolean wantsCall() {
        return about.equals("call-back");
    }

    /** All that is wrong with it, by field, but for whether phone and e-mail are real. */
    List<Map<String, String>> wrong(Map<String, String> words, long largestFile) {
        List<Map<String, String>> wrong = new ArrayList<>();
        if (wantsCall() && phone.isEmpty()) {
            wrong.add(line("phone", words.get("needPhone")));
        } else if (phone.isEmpty() && email.isEmpty()) {
            wrong.add(line("phone", words.get("needReach")));
        }
        if (text.length() > LONGEST || text.isEmpty() && about.equals("question")) {
            wrong.add(line("text", words.get("needText")));
        }
        if (file.length > largestFile || file.length > 0 && MediaKind.of(file).isEmpty()) {
            wrong.add(line("file", words.get("badFile")));
        }
        return wrong;
    }

    static List<Map<String, String>> wrong(ProblemException problem, String language) {
        return problem.problem().violations().stream()
                .map(v -> line(v.field(), words(v, language)))
                .toList();
    }

    private static String words(Violation violation, String language) {
        return violation.message().in(language);
    }

    private static Map<String, String> line(String field, String message) {
        return Map.of("field", field, "message", message);
    }
}
