package io.tocsin.campaign;

import io.tocsin.ivr.Twiml;
import io.tocsin.platform.Phrase;

/** What a called person hears when there is nothing else: depends on no script, no database, no memory. */
final class CallFallback {
    private static final Phrase WORDS = Phrase.of(
            "We are sorry, something went wrong on our side. We will be in touch with you again. Goodbye.",
            "申し訳ございません。当方の不具合によりご案内できません。あらためてご連絡いたします。失礼いたします。");

    static final String GOODBYE =
            new Twiml().say("ja", WORDS.ja()).say("en", WORDS.en()).hangUp().document();

    private CallFallback() {}
}
