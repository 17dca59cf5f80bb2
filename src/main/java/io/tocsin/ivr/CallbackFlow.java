package io.tocsin.ivr;

import io.tocsin.ivr.Answer.Note;
import io.tocsin.ivr.Screen.Part;
import java.util.Optional;

/** Takes a request to be called back: on the number the caller calls from, or on one keyed in. Pure. */
final class CallbackFlow {
    private CallbackFlow() {}

    static Answer at(LiveScript live, Node.Callback node, Ask ask) {
        return switch (ask.action()) {
            case KEY ->
                switch (ask.form().get("Digits")) {
                    case "1" ->
                        Callers.dialable(ask.form().get("From"))
                                .map(number -> asked(node, number, ask))
                                .orElseGet(() -> askNumber(ask, 1));
                    case "2" -> askNumber(ask, 1);
                    default -> CallFlow.wrongKey(live, node, ask);
                };
            case SILENCE -> CallFlow.silent(live, node, ask);
            case NUMBER -> {
                Optional<String> number = Callers.keyedIn(
                        ask.form().get("Digits"), live.publication().callerId());
                yield number.map(n -> asked(node, n, ask)).orElseGet(() -> retry(live, node.wrongKey(), ask));
            }
            case NUMBER_SILENCE -> retry(live, node.timeout(), ask);
            case ENTER, RECORDED, RECORDING, WAIT, WAIT_KEY, QUEUE, LEFT_KEY -> CallFlow.nowhere();
        };
    }

    private static Answer asked(Node.Callback node, String number, Ask ask) {
        return new Answer(Screen.of(node.name(), Part.THANKS, ask.language()), new Note.CallbackAsked(number));
    }

    private static Answer askNumber(Ask ask, int attempt) {
        return Answer.of(Screen.of(ask.node(), Part.ASK_NUMBER, ask.language(), attempt));
    }

    private static Answer retry(LiveScript live, Retry retry, Ask ask) {
        return ask.attempt() < retry.tries()
                ? askNumber(ask, ask.attempt() + 1)
                : CallFlow.forward(live, retry.then(), ask);
    }
}
