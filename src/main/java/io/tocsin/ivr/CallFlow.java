package io.tocsin.ivr;

import io.tocsin.ivr.Answer.Note;
import io.tocsin.ivr.Screen.Part;
import io.tocsin.platform.CarrierForm;

/** Decides what a caller hears next. Pure: the same question always has the same answer. */
final class CallFlow {
    /** The first webhook of every call. */
    static final String ENTRY = "entry";

    private CallFlow() {}

    /** @param walk whether this is a marked walk, which sees the script at every stage */
    static Answer answer(LiveScript live, Ask ask, boolean walk) {
        Stage stage = walk ? Stage.OPEN : live.stage();
        return switch (stage) {
            case OPEN -> open(live, ask);
            case PREPARING -> isVoicemail(live, ask) ? open(live, ask) : spoken(Part.PREPARING, ask, "not-open");
            case DRAINING -> ask.node().equals(ENTRY) ? spoken(Part.CLOSED, ask, "closed") : open(live, ask);
            case CLOSED ->
                isVoicemail(live, ask) && ask.action() != Action.ENTER
                        ? open(live, ask)
                        : spoken(Part.CLOSED, ask, "closed");
        };
    }

    private static boolean isVoicemail(LiveScript live, Ask ask) {
        return live.script().node(ask.node()) instanceof Node.Voicemail;
    }

    private static Answer spoken(Part part, Ask ask, String outcome) {
        return new Answer(Screen.of("", part, ask.language()), new Note.Outcome(outcome));
    }

    private static Answer open(LiveScript live, Ask ask) {
        if (ask.node().equals(ENTRY)) {
            String language = live.publication().languages().size() == 1
                    ? live.publication().languages().get(0)
                    : "";
            return arrive(live, live.entry(), language, ask.form());
        }
        Node node = live.script().node(ask.node());
        if (node == null || ask.action() == null) {
            return lost();
        }
        return ask.action() == Action.ENTER
                ? arrive(live, node.name(), ask.language(), ask.form())
                : at(live, node, ask);
    }

    private static Answer lost() {
        return new Answer(Screen.of("", Part.START_AGAIN, ""), new Note.Lost());
    }

    /** A caller comes to a node. */
    private static Answer arrive(LiveScript live, String name, String language, CarrierForm form) {
        Node node = live.script().node(name);
        Screen enter = Screen.of(name, Part.ENTER, language);
        return switch (node) {
            case null -> lost();
            case Node.Queueing queueing ->
                new Answer(enter, new Note.Queued(queueing.lane().reason()));
            case Node.SmsLink sms ->
                Callers.mobile(form.get("From"))
                        ? Answer.of(enter)
                        : Answer.of(Screen.of(name, Part.SMS_NOT_MOBILE, language));
            case Node.Closing closing -> new Answer(enter, new Note.Outcome("closing"));
            case Node.HangUp hangUp -> new Answer(enter, new Note.Outcome("hang-up"));
            case Node.LanguageMenu menu -> Answer.of(enter);
            case Node.Menu menu -> Answer.of(enter);
            case Node.Say say -> Answer.of(enter);
            case Node.Voicemail voicemail -> Answer.of(enter);
            case Node.Callback callback -> Answer.of(enter);
        };
    }

    /** Something happened at a node. */
    private static Answer at(LiveScript live, Node node, Ask ask) {
        return switch (node) {
            case Node.LanguageMenu menu -> menu(live, menu, ask);
            case Node.Menu menu -> menu(live, menu, ask);
            case Node.Callback callback -> CallbackFlow.at(live, callback, ask);
            case Node.Queueing queueing -> QueueFlow.at(live, queueing, ask);
            case Node.Voicemail voicemail -> voicemail(voicemail, ask);
            case Node.Say say -> lost();
            case Node.SmsLink sms -> lost();
            case Node.Closing closing -> lost();
            case Node.HangUp hangUp -> lost();
        };
    }

    private static Answer menu(LiveScript live, Node.Asking menu, Ask ask) {
        if (ask.action() == Action.SILENCE) {
            return silent(live, menu, ask);
        }
        if (ask.action() != Action.KEY) {
            return lost();
        }
        String key = ask.form().get("Digits");
        if (menu instanceof Node.LanguageMenu languages) {
            String language = languages.languages().get(key);
            if (language != null && live.publication().languages().contains(language)) {
                Answer next = arrive(live, languages.next(), language, ask.form());
                return next.note() == Note.NONE ? new Answer(next.screen(), new Note.Language(language)) : next;
            }
        }
        String target =
                switch (menu) {
                    case Node.LanguageMenu m -> m.keys().get(key);
                    case Node.Menu m -> m.keys().get(key);
                    case Node.Callback c -> null;
                };
        return target == null ? wrongKey(live, menu, ask) : arrive(live, target, ask.language(), ask.form());
    }

    static Answer silent(LiveScript live, Node.Asking node, Ask ask) {
        return again(live, ask, node.timeout(), Part.AGAIN_AFTER_SILENCE);
    }

    static Answer wrongKey(LiveScript live, Node.Asking node, Ask ask) {
        return again(live, ask, node.wrongKey(), Part.AGAIN_AFTER_WRONG_KEY);
    }

    private static Answer again(LiveScript live, Ask ask, Retry retry, Part part) {
        return ask.attempt() < retry.tries()
                ? Answer.of(Screen.of(ask.node(), part, ask.language(), ask.attempt() + 1))
                : forward(live, retry.then(), ask);
    }

    /** Goes on without a choice; whoever never chose a language gets the first one. */
    static Answer forward(LiveScript live, String target, Ask ask) {
        String language =
                ask.language().isEmpty() ? live.publication().languages().get(0) : ask.language();
        return arrive(live, target, language, ask.form());
    }

    static Answer to(LiveScript live, String target, Ask ask) {
        return arrive(live, target, ask.language(), ask.form());
    }

    private static Answer voicemail(Node.Voicemail node, Ask ask) {
        Note.MessageLeft left =
                new Note.MessageLeft(ask.form().get("RecordingSid"), ask.form().number("RecordingDuration"));
        return switch (ask.action()) {
            case RECORDED -> new Answer(Screen.of(node.name(), Part.THANKS, ask.language()), left);
            case RECORDING -> new Answer(Screen.of("", Part.NOTHING, ask.language()), left);
            case SILENCE -> new Answer(Screen.of("", Part.HANG_UP, ask.language()), new Note.Outcome("no-message"));
            case ENTER, KEY, NUMBER, NUMBER_SILENCE, WAIT, WAIT_KEY, QUEUE, LEFT_KEY -> lost();
        };
    }

    static Answer nowhere() {
        return lost();
    }
}
