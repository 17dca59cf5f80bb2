package io.tocsin.ivr;

import io.tocsin.platform.Phrase;
import io.vertx.core.buffer.Buffer;

/** What callers hear when there is nothing else: depends on no script, no database, no memory. */
final class StaticAnswers {
    private static final Phrase NOT_IN_USE = Phrase.of(
            "Thank you for calling. This number is not in use at the moment. We are sorry for the inconvenience.",
            "お電話ありがとうございます。この電話番号は現在使われておりません。ご不便をおかけし申し訳ございません。");
    private static final Phrase ONCE_MORE = Phrase.of(
            "We are sorry, something went wrong on our side. Please hold the line, we start again.",
            "申し訳ございません。当方の不具合により、最初からご案内いたします。そのままお待ちください。");
    private static final Phrase LEAVE_MESSAGE = Phrase.of(
            "We are sorry, we cannot connect you right now. Please leave your name, number and matter after the tone, and we will call you back.",
            "申し訳ございません。ただいまおつなぎできません。発信音のあとに、お名前、電話番号、ご用件をお話しください。折り返しご連絡いたします。");
    private static final Phrase THANKS =
            Phrase.of("Thank you, your message has been stored.", "ありがとうございます。メッセージをお預かりしました。");

    static final Buffer NOT_IN_USE_ANSWER =
            Buffer.buffer(speak(new Twiml(), NOT_IN_USE).hangUp().document());
    static final Buffer NOTHING = Buffer.buffer(new Twiml().document());
    static final Buffer THANKS_ANSWER =
            Buffer.buffer(speak(new Twiml(), THANKS).hangUp().document());

    private StaticAnswers() {}

    static Buffer startAgain(String entryPath) {
        return Buffer.buffer(speak(new Twiml(), ONCE_MORE).redirect(entryPath).document());
    }

    static Buffer leaveMessage(String fallbackPath) {
        return Buffer.buffer(speak(new Twiml(), LEAVE_MESSAGE)
                .record(fallbackPath, fallbackPath, 120)
                .hangUp()
                .document());
    }

    private static Twiml speak(Twiml twiml, Phrase phrase) {
        return twiml.say("ja", phrase.ja()).say("en", phrase.en());
    }
}
