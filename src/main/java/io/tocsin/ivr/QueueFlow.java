package io.tocsin.ivr;

import io.tocsin.ivr.Answer.Note;
import io.tocsin.ivr.Screen.Part;

/** What a caller meets while queued and after. Pure. */
final class QueueFlow {
    private QueueFlow() {}

    static Answer at(LiveScript live, Node.Queueing node, Ask ask) {
        return switch (ask.action()) {
            case WAIT -> Answer.of(waiting(node, ask));
            case WAIT_KEY -> {
                String target = node.lane().offers().get(ask.form().get("Digits"));
                yield target == null
                        ? Answer.of(waiting(node, ask))
                        : new Answer(Screen.of(node.name(), Part.LEAVE, ask.language()), new Note.LeavesFor(target));
            }
            case QUEUE -> out(live, node, ask);
            case LEFT_KEY -> {
                String target = node.lane().offers().get(ask.form().get("Digits"));
                yield CallFlow.to(live, target == null ? node.lane().otherwise() : target, ask);
            }
            case ENTER, KEY, SILENCE, NUMBER, NUMBER_SILENCE, RECORDED, RECORDING -> CallFlow.nowhere();
        };
    }

    /** Twilio's {@code QueueResult} tells why the caller is out of the queue. */
    private static Answer out(LiveScript live, Node.Queueing node, Ask ask) {
        return switch (ask.form().get("QueueResult")) {
            case "leave" ->
                ask.leavingFor().isEmpty()
                        ? Answer.of(Screen.of(node.name(), Part.LEFT, ask.language()))
                        : CallFlow.to(live, ask.leavingFor(), ask);
            case "bridged", "bridging-in-process" -> over("answered", ask);
            case "hangup" -> over("gave-up", ask);
            // Where supervisors may listen, TaskRouter moves the call into a conference; its end is told there.
            case "redirected" ->
                live.listening() ? Answer.of(Screen.of("", Part.NOTHING, ask.language())) : over("transferred", ask);
            case "redirected-from-bridged" -> over("transferred", ask);
            default -> CallFlow.to(live, node.lane().otherwise(), ask);
        };
    }

    private static Answer over(String outcome, Ask ask) {
        return new Answer(Screen.of("", Part.NOTHING, ask.language()), new Note.Outcome(outcome));
    }

    /** Twilio gives {@code QueuePosition} from 1 and {@code AvgQueueTime} in seconds. */
    private static Screen waiting(Node.Queueing node, Ask ask) {
        return Screen.waiting(
                node.name(),
                ask.language(),
                ask.form().number("QueuePosition"),
                (ask.form().number("AvgQueueTime") + 59) / 60);
    }
}
