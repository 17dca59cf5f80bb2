package io.tocsin.drill;

import io.tocsin.drill.twiml.Verb;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simulated person at the other end of a call: hears a prompt and presses keys or keeps silent. First the answers that
 * fit what was said, then the prepared keys one prompt after the other, then, asked for a language, the key named in its
 * own.
 */
final class Caller {
    private static final Pattern DIGIT = Pattern.compile("[0-9０-９*#]");

    private final Deque<String> keys;
    private final List<Answer> answers;
    private final String language;

    /**
     * @param whenSaid words within the prompt, in any case
     * @param press digits; empty for silence
     */
    public record Answer(String whenSaid, String press) {}

    Caller(List<String> keys, List<Answer> answers, String language) {
        this.keys = new ArrayDeque<>(keys);
        this.answers = answers;
        this.language = language == null ? "" : language;
    }

    /** What is pressed after these prompts; empty for silence. */
    String press(List<Verb.Prompt> prompts) {
        String heard = heard(prompts).toLowerCase(Locale.ROOT);
        for (Answer answer : answers) {
            if (heard.contains(answer.whenSaid().toLowerCase(Locale.ROOT))) {
                return answer.press() == null ? "" : answer.press();
            }
        }
        if (!keys.isEmpty()) {
            return keys.poll().replace("silence", "");
        }
        return ownLanguage(prompts).orElse("");
    }

    private Optional<String> ownLanguage(List<Verb.Prompt> prompts) {
        List<Verb.Say> said = prompts.stream()
                .filter(Verb.Say.class::isInstance)
                .map(Verb.Say.class::cast)
                .toList();
        boolean choice = said.stream().map(Caller::languageOf).distinct().count() > 1;
        return language.isEmpty() || !choice
                ? Optional.empty()
                : said.stream()
                        .filter(say -> languageOf(say).equals(language))
                        .map(say -> DIGIT.matcher(say.text()))
                        .filter(Matcher::find)
                        .map(digit -> java.text.Normalizer.normalize(digit.group(), java.text.Normalizer.Form.NFKC))
                        .findFirst();
    }

    private static String languageOf(Verb.Say say) {
        return say.language().split("-")[0];
    }

    private static String heard(List<Verb.Prompt> prompts) {
        StringBuilder heard = new StringBuilder();
        for (Verb prompt : prompts) {
            if (prompt instanceof Verb.Say say) {
                heard.append(say.text()).append('\n');
            }
        }
        return heard.toString();
    }
}
