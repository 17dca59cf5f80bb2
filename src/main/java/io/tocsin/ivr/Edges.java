package io.tocsin.ivr;

import io.tocsin.ivr.Branch.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What leads where. Pure. */
final class Edges {
    private Edges() {}

    /** Every way out of a node, in the order of the script. */
    static List<Branch> of(Node node) {
        List<Branch> out = new ArrayList<>();
        switch (node) {
            case Node.LanguageMenu menu -> {
                menu.languages().keySet().forEach(key -> out.add(new Branch(menu.name(), Kind.KEY, key, menu.next())));
                keys(out, menu.name(), Kind.KEY, menu.keys());
                retries(out, menu);
            }
            case Node.Menu menu -> {
                keys(out, menu.name(), Kind.KEY, menu.keys());
                retries(out, menu);
            }
            case Node.Callback callback -> {
                out.add(new Branch(callback.name(), Kind.KEY, "1", ""));
                out.add(new Branch(callback.name(), Kind.KEY, "2", ""));
                retries(out, callback);
            }
            case Node.Say say -> out.add(new Branch(say.name(), Kind.NEXT, "", say.next()));
            case Node.SmsLink sms -> out.add(new Branch(sms.name(), Kind.NEXT, "", sms.next()));
            case Node.Queueing queueing -> {
                keys(out, queueing.name(), Kind.OFFER, queueing.lane().offers());
                out.add(new Branch(
                        queueing.name(), Kind.OTHERWISE, "", queueing.lane().otherwise()));
            }
            case Node.Voicemail voicemail -> out.add(new Branch(voicemail.name(), Kind.NEXT, "", ""));
            case Node.Closing closing -> out.add(new Branch(closing.name(), Kind.NEXT, "", ""));
            case Node.HangUp hangUp -> out.add(new Branch(hangUp.name(), Kind.NEXT, "", ""));
        }
        return out;
    }

    /** Where a caller ends up who does nothing at all; empty at an ending. */
    static String silent(Node node) {
        return switch (node) {
            case Node.Asking asking -> asking.timeout().then();
            case Node.Say say -> say.next();
            case Node.SmsLink sms -> sms.next();
            case Node.Queueing queueing -> "";
            case Node.Voicemail voicemail -> "";
            case Node.Closing closing -> "";
            case Node.HangUp hangUp -> "";
        };
    }

    /** Whether a call may properly end here. */
    static boolean isEnding(Node node) {
        return switch (node) {
            case Node.Queueing queueing -> true;
            case Node.Voicemail voicemail -> true;
            case Node.Callback callback -> true;
            case Node.Closing closing -> true;
            case Node.HangUp hangUp -> true;
            case Node.LanguageMenu menu -> false;
            case Node.Menu menu -> false;
            case Node.Say say -> false;
            case Node.SmsLink sms -> false;
        };
    }

    /** Whether a caller who could not answer the questions is helped here. */
    static boolean isUseful(Node node) {
        return isEnding(node) && !(node instanceof Node.Closing) && !(node instanceof Node.HangUp);
    }

    private static void keys(List<Branch> out, String node, Kind kind, Map<String, String> keys) {
        keys.forEach((key, target) -> out.add(new Branch(node, kind, key, target)));
    }

    private static void retries(List<Branch> out, Node.Asking node) {
        out.add(new Branch(node.name(), Kind.TIMEOUT, "", node.timeout().then()));
        out.add(new Branch(node.name(), Kind.WRONG_KEY, "", node.wrongKey().then()));
    }
}
