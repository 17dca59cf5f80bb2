package io.tocsin.notice;

import io.tocsin.platform.Phrase;

/**
 * Something that a notice must not go out with.
 *
 * @param regime id; {@link #HOUSE} for what holds everywhere
 * @param article where the regime demands it
 * @param message what is missing or forbidden
 * @param whatToDo how to put it right
 * @param verified false where the demand is from memory
 */
public record LintFinding(
        String regime,
        String article,
        String name,
        Channel channel,
        String language,
        Phrase message,
        Phrase whatToDo,
        boolean verified) {
    public static final String HOUSE = "tocsin";

    @Override
    public String toString() {
        return name + "." + channel.code() + "." + language + " [" + regime + (article.isEmpty() ? "" : " " + article)
                + "] " + message.en();
    }
}
