package io.tocsin.regime;

import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.Map;

/** One thing that a regime demands of the words of a notice. */
public sealed interface NoticeRule {
    Scope scope();

    /**
     * Where a rule comes from and what it applies to.
     *
     * @param article where the regime says so
     * @param title what it demands, in a few words
     * @param channels in small letters ({@code web}, {@code press}, …)
     * @param when what must be true of the facts
     */
    record Scope(String article, Phrase title, List<String> channels, List<Condition> when, boolean verified) {
        public Scope {
            channels = List.copyOf(channels);
            when = List.copyOf(when);
        }
    }

    /** Where a word is looked for. */
    enum Place {
        HEADING,
        TEXT,
        /** In the heading and in the text, each. */
        BOTH
    }

    /** One of these words must be there; by language. */
    record Says(Scope scope, Place place, Map<String, List<String>> words) implements NoticeRule {}

    /** Each of these facts must be filled in and stand in the text as it is written. */
    record States(Scope scope, List<String> facts) implements NoticeRule {}

    /** At least one of these facts must stand in the text. */
    record StatesOneOf(Scope scope, List<String> facts) implements NoticeRule {}

    /** None of these words may be there; by language. */
    record Never(Scope scope, Map<String, List<String>> words) implements NoticeRule {}

    /** The text must begin with this sentence; a template by language. */
    record OpensWith(Scope scope, Map<String, String> sentence) implements NoticeRule {}
}
