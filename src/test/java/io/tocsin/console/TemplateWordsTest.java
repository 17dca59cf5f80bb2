package io.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word on a page of the console exists in both languages. */
class TemplateWordsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern SAID =
            Pattern.compile("\\{t:(?:say|fill)\\(\\s*(['\"])(.*?)\\1\\s*,\\s*(['\"])(.*?)\\3", Pattern.DOTALL);
    private static final Pattern COUNTED = Pattern.compile("\\{t:count\\(\\s*(['\"])(?:.*?)\\1\\s*,\\s*(?=['\"])");
    /** A number, and then several of something. */
    private static final Pattern SEVERAL =
            Pattern.compile("\\{t:fill\\(\\s*['\"][^'\"]*%s (?:[a-z-]+ )?[a-z]{2,}s\\b[^}]*|"
                    + "\\{t:fill\\(\\s*['\"][^'\"]*%s people\\b[^}]*");

    private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff]");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}");
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z]{3,}\\b");
    /** The same in every language, or the name of a language in itself. */
    private static final List<String> SAME = List.of("Tocsin", "English", "SMS", "api", "docs", "SHA", "CSV", "UTC");
    /** Pages for people outside speak through words of their own; see their rooms. */
    private static final List<String> OUTSIDE = List.of("campaign/page.html", "site");

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        List<String> lacking = new ArrayList<>();
        pages().forEach(page -> {
            Matcher said = SAID.matcher(text(page));
            while (said.find()) {
                boolean translated =
                        JAPANESE.matcher(said.group(4)).find() && !said.group(2).isBlank();
                if (!translated && !said.group(2).equals(said.group(4)) && !SAME.contains(said.group(4))) {
                    lacking.add(page + ": " + said.group());
                }
            }
        });
        assertThat(lacking).as("words that lack a language").isEmpty();
    }

    @Test
    void noWordStandsInATemplateOutsideOfBothLanguages() {
        List<String> bare = new ArrayList<>();
        pages().forEach(page -> {
            String visible = SAID.matcher(text(page)).replaceAll("{x");
            String before;
            do {
                before = visible;
                visible = EXPRESSION.matcher(visible).replaceAll(" ");
            } while (!before.equals(visible));
            // names in a file's first line are code, in every language
            visible =
                    visible.replaceAll("<span class=\"mono\">[^<]*</span>", " ").replaceAll("(?s)<[^>]*>", " ");
            Matcher word = WORD.matcher(visible);
            while (word.find()) {
                if (!SAME.contains(word.group())) {
                    bare.add(page + ": " + word.group());
                }
            }
        });
        assertThat(bare).as("words in one language only").isEmpty();
    }

    @Test
    void aNumberOfThingsHasASingularInEnglish() {
        List<String> always = new ArrayList<>();
        pages().forEach(page -> {
            Matcher several = SEVERAL.matcher(raw(page));
            while (several.find()) {
                // a figure with a decimal place is several of whatever it counts
                if (!several.group().contains("str:fmt")) {
                    always.add(page + ": " + several.group());
                }
            }
        });
        assertThat(always)
                .as("words that read '1 seats': say {t:count(one, many, ja, number)}")
                .isEmpty();
    }

    private static Stream<Path> pages() {
        try {
            return Files.walk(TEMPLATES)
                    .filter(p -> p.toString().endsWith(".html"))
                    .filter(p -> OUTSIDE.stream()
                            .noneMatch(o -> TEMPLATES.relativize(p).startsWith(o)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number of things says the same as {@code fill}, with a singular before it. */
    private static String text(Path page) {
        return COUNTED.matcher(raw(page)).replaceAll("{t:fill(");
    }

    private static String raw(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
