package io.tocsin.ivr;

import java.util.ArrayList;
import java.util.List;

/** Everything that a node says. Pure. */
final class Words {
    private Words() {}

    static List<Spoken> of(Node node) {
        return switch (node) {
            case Node.LanguageMenu menu -> List.of(menu.say());
            case Node.Menu menu -> List.of(menu.say());
            case Node.Say say -> List.of(say.say());
            case Node.Queueing queueing ->
                List.of(queueing.lane().say(), queueing.lane().waiting());
            case Node.SmsLink sms -> List.of(sms.message(), sms.sent(), sms.notMobile());
            case Node.Voicemail voicemail -> List.of(voicemail.say(), voicemail.thanks());
            case Node.Callback callback -> List.of(callback.say(), callback.askNumber(), callback.thanks());
            case Node.Closing closing -> List.of(closing.say());
            case Node.HangUp hangUp -> List.of();
        };
    }

    static List<Spoken> of(Prompts prompts) {
        return new ArrayList<>(List.of(
                prompts.noKey(),
                prompts.wrongKey(),
                prompts.preparing(),
                prompts.waiting(),
                prompts.listening(),
                prompts.closedUntil()));
    }
}
