package io.tocsin.drill;

import java.util.List;

/**
 * How a simulated person's phone behaves.
 *
 * @param answers whether anybody picks up
 * @param afterMs real milliseconds of ringing before
 * @param talkSeconds real seconds of conversation
 * @param busy the line is engaged
 * @param machine an answering machine picks up
 * @param keys pressed one per question when our own call is answered
 * @param sms what becomes of a text message: {@code delivered}, {@code undelivered}, {@code failed}, or
 *     {@code refused} for somebody who has opted out
 * @param byHand a person picks up and hangs up (see {@link HandPhones}), instead of {@code afterMs} and
 *     {@code talkSeconds}; only for agents' phones
 */
public record Phone(
        Boolean answers,
        Integer afterMs,
        Double talkSeconds,
        Boolean busy,
        Boolean machine,
        List<String> keys,
        String sms,
        Boolean byHand) {
    static final Phone ORDINARY = new Phone(null, null, null, null, null, null, null, null);

    Phone withSms(String fate) {
        return new Phone(answers, afterMs, talkSeconds, busy, machine, keys, fate, byHand);
    }

    Phone withByHand(boolean hand) {
        return new Phone(answers, afterMs, talkSeconds, busy, machine, keys, sms, hand);
    }

    public Phone {
        answers = answers == null || answers;
        afterMs = afterMs == null ? 300 : afterMs;
        talkSeconds = talkSeconds == null ? 1.0 : talkSeconds;
        busy = busy != null && busy;
        machine = machine != null && machine;
        keys = keys == null ? List.of() : List.copyOf(keys);
        sms = sms == null ? "delivered" : sms;
        byHand = byHand != null && byHand;
    }
}
