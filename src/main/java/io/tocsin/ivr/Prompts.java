package io.tocsin.ivr;

import io.tocsin.platform.Phrase;
import java.util.Map;

/**
 * Words that belong to the script as a whole.
 *
 * @param noKey before a question is asked again because nothing was pressed
 * @param wrongKey before a question is asked again because the key is not offered
 * @param preparing to a caller before the center opens
 * @param waiting while waiting in a queue that has no words of its own; may use {@code {position}} and {@code {minutes}}
 * @param listening before queuing, where supervisors may listen in; what the platform says where the pack says nothing
 * @param closedUntil after the pack's closing message, once it is known until when the number is answered; may use
 *     {@code {answeredUntil}}
 */
record Prompts(Spoken noKey, Spoken wrongKey, Spoken preparing, Spoken waiting, Spoken listening, Spoken closedUntil) {
    private static final Phrase LISTENING = Phrase.of(
            "To help our staff help you, a supervisor may listen in to this call.",
            "応対の支援と品質確認のため、責任者がこの通話を聞くことがあります。");

    /** Speaks Japanese in Japanese, and English in whatever else the center speaks and the pack has no words for. */
    String listeningIn(String language, Map<String, Object> facts) {
        String own = listening.in(language, facts);
        return own.isEmpty() ? (language.equals("ja") ? LISTENING.ja() : LISTENING.en()) : own;
    }
}
