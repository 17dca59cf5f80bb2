package io.tocsin.ivr;

import java.util.Map;

/** One place in the script where a caller can be. */
sealed interface Node {
    String name();

    /** A node that asks for a key and waits. */
    sealed interface Asking extends Node {
        Spoken say();

        Retry timeout();

        Retry wrongKey();
    }

    /** A node that hands the caller to the agents. */
    sealed interface Queueing extends Node {
        Lane lane();
    }

    /**
     * Asks for the language; spoken in every language of the center, each in its own voice.
     *
     * @param languages key to language code
     * @param keys key to node, for what cannot wait until a language is chosen
     * @param next node after the choice
     */
    record LanguageMenu(
            String name,
            Spoken say,
            Map<String, String> languages,
            Map<String, String> keys,
            String next,
            Retry timeout,
            Retry wrongKey)
            implements Asking {}

    /** @param keys key to node */
    record Menu(String name, Spoken say, Map<String, String> keys, Retry timeout, Retry wrongKey) implements Asking {}

    record Say(String name, Spoken say, String next) implements Node {}

    record Enqueue(String name, Lane lane) implements Queueing {}

    /** For danger to life: emergency advice first, then the head of the queue. */
    record Danger(String name, Lane lane) implements Queueing {}

    /**
     * Sends the notice's link to a mobile caller.
     *
     * @param message the text message
     * @param sent said after sending
     * @param notMobile said to a caller who cannot receive it
     */
    record SmsLink(String name, Spoken message, Spoken sent, Spoken notMobile, String next) implements Node {}

    /** @param seconds longest recording */
    record Voicemail(String name, Spoken say, Spoken thanks, int seconds) implements Node {}

    /**
     * Takes a request to be called back.
     *
     * @param say offers 1 for the number the caller calls from, 2 for another one
     * @param askNumber asks for the other number, ended with #
     */
    record Callback(String name, Spoken say, Spoken askNumber, Spoken thanks, Retry timeout, Retry wrongKey)
            implements Asking {}

    record Closing(String name, Spoken say) implements Node {}

    record HangUp(String name) implements Node {}

    /**
     * How a caller waits and who may answer.
     *
     * @param queue name of the queue without the language ({@code returns} becomes {@code returns-ja})
     * @param reason why people call, as a code for routing and reports
     * @param skill what the agent must be able to do
     * @param personalData whether the conversation touches personal data, so that only cleared seats may answer
     * @param priority higher is answered first
     * @param say said before queueing
     * @param waiting said while waiting, nothing for the script's own words; may use {@code {position}} and {@code {minutes}}
     * @param offers key to node, for a caller who does not want to wait
     * @param otherwise node for when queueing is not possible
     */
    record Lane(
            String queue,
            String reason,
            String skill,
            boolean personalData,
            int priority,
            Spoken say,
            Spoken waiting,
            Map<String, String> offers,
            String otherwise) {}
}
