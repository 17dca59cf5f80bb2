package io.tocsin.drill.twiml;

import java.util.List;

/** One instruction to a call (Twilio, "TwiML for Programmable Voice"). Durations are in seconds of life time. */
public sealed interface Verb {
    /** What may be heard within a question. */
    sealed interface Prompt extends Verb {}

    record Say(String text, String language) implements Prompt {}

    record Play(String url) implements Prompt {}

    record Pause(double seconds) implements Prompt {}

    /** @param action where the digits go; empty for the present document */
    record Gather(
            int numDigits,
            double timeout,
            String finishOnKey,
            String action,
            String method,
            boolean actionOnEmptyResult,
            List<Prompt> prompts)
            implements Verb {}

    record Redirect(String url, String method) implements Verb {}

    /** @param task attributes in JSON, where a workflow routes the call; otherwise the queue's name counts */
    record Enqueue(
            String workflowSid,
            String queueName,
            String task,
            int priority,
            String waitUrl,
            String waitMethod,
            String action,
            String method)
            implements Verb {}

    record Record(double maxLength, double timeout, String action, String method, String statusCallback)
            implements Verb {}

    record Dial(List<Party> parties, double timeout, String action, String method) implements Verb {}

    /** @param address a phone number, {@code sip:} or {@code client:} address, or a queue's name */
    record Party(String kind, String address) {}

    record Sms(String to, String from, String body, String statusCallback, String action, String method)
            implements Verb {}

    record Reject(String reason) implements Verb {}

    record Leave() implements Verb {}

    record Hangup() implements Verb {}
}
