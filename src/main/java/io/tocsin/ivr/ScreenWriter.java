package io.tocsin.ivr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns screens of one publication into TwiML. Pure. */
final class ScreenWriter {
    /** How long a caller may think before a question is asked again, in seconds. */
    private static final int THINK = 6;
    /** How long keying in a number may pause, in seconds. */
    private static final int KEY_IN = 10;
    /** Quiet between two announcements to a waiting caller, in seconds. */
    private static final int REST = 15;

    private final Publication publication;
    private final IvrScript script;
    private final String baseUrl;
    private final LocalDate answeredUntil;
    private final boolean listening;
    private final Spoken closing;

    /**
     * @param answeredUntil until when the closing words are heard; null if not known
     * @param listening whether supervisors may listen in
     */
    ScreenWriter(
            Publication publication, IvrScript script, LocalDate answeredUntil, boolean listening, String baseUrl) {
        this.listening = listening;
        this.publication = publication;
        this.script = script;
        this.answeredUntil = answeredUntil;
        this.closing = Spoken.of(publication.closing());
        this.baseUrl = baseUrl;
    }

    String write(Screen screen) {
        Twiml twiml = new Twiml();
        Node node = script.node(screen.node());
        switch (screen.part()) {
            case ENTER -> enter(twiml, screen, node, Spoken.NOTHING);
            case AGAIN_AFTER_SILENCE ->
                enter(twiml, screen, node, script.prompts().noKey());
            case AGAIN_AFTER_WRONG_KEY ->
                enter(twiml, screen, node, script.prompts().wrongKey());
            case THANKS -> speak(twiml, thanks(node), screen, Map.of()).hangUp();
            case ASK_NUMBER -> askNumber(twiml, screen, (Node.Callback) node);
            case SMS_NOT_MOBILE -> {
                Node.SmsLink sms = (Node.SmsLink) node;
                speak(twiml, sms.notMobile(), screen, Map.of()).redirect(to(sms.next(), Action.ENTER, screen, 1));
            }
            case WAIT -> {
                offers(twiml, screen, (Node.Queueing) node, Action.WAIT_KEY, REST);
                twiml.redirect(to(screen.node(), Action.WAIT, screen, 1));
            }
            case LEFT -> {
                Node.Queueing queueing = (Node.Queueing) node;
                offers(twiml, screen, queueing, Action.LEFT_KEY, THINK);
                twiml.redirect(to(queueing.lane().otherwise(), Action.ENTER, screen, 1));
            }
            case LEAVE -> twiml.leave();
            case NOTHING -> {
                // The call goes on elsewhere or is over: an empty answer is the right one.
            }
            case HANG_UP -> twiml.hangUp();
            case PREPARING -> preparing(twiml, screen);
            case CLOSED -> closed(twiml, screen);
            case START_AGAIN -> twiml.redirect(baseUrl + VoicePaths.entry(publication.centerId()));
        }
        return twiml.document();
    }

    private void enter(Twiml twiml, Screen screen, Node node, Spoken before) {
        switch (node) {
            case Node.LanguageMenu menu -> ask(twiml, screen, before, menu.say());
            case Node.Menu menu -> ask(twiml, screen, before, menu.say());
            case Node.Callback callback -> ask(twiml, screen, before, callback.say());
            case Node.Say say ->
                speak(twiml, say.say(), screen, Map.of()).redirect(to(say.next(), Action.ENTER, screen, 1));
            case Node.Queueing queueing -> enqueue(twiml, screen, queueing.lane());
            case Node.SmsLink sms -> {
                String language = spokenLanguage(screen);
                twiml.sms(publication.callerId(), sms.message().in(language, facts(language, Map.of())));
                speak(twiml, sms.sent(), screen, Map.of()).redirect(to(sms.next(), Action.ENTER, screen, 1));
            }
            case Node.Voicemail voicemail ->
                speak(twiml, voicemail.say(), screen, Map.of())
                        .record(
                                to(screen.node(), Action.RECORDED, screen, 1),
                                to(screen.node(), Action.RECORDING, screen, 1),
                                voicemail.seconds())
                        .redirect(to(screen.node(), Action.SILENCE, screen, 1));
            case Node.Closing closing ->
                speak(twiml, closing.say(), screen, Map.of()).hangUp();
            case Node.HangUp hangUp -> twiml.hangUp();
        }
    }

    private void ask(Twiml twiml, Screen screen, Spoken before, Spoken question) {
        twiml.gatherKey(to(screen.node(), Action.KEY, screen, screen.attempt()), THINK, () -> {
            speak(twiml, before, screen, Map.of());
            speak(twiml, question, screen, Map.of());
        });
        twiml.redirect(to(screen.node(), Action.SILENCE, screen, screen.attempt()));
    }

    private void askNumber(Twiml twiml, Screen screen, Node.Callback callback) {
        twiml.gatherNumber(
                to(screen.node(), Action.NUMBER, screen, screen.attempt()),
                KEY_IN,
                () -> speak(twiml, callback.askNumber(), screen, Map.of()));
        twiml.redirect(to(screen.node(), Action.NUMBER_SILENCE, screen, screen.attempt()));
    }

    private void offers(Twiml twiml, Screen screen, Node.Queueing node, Action action, int seconds) {
        Spoken own = node.lane().waiting();
        Map<String, Object> numbers =
                Map.of(ScriptNames.POSITION, screen.position(), ScriptNames.MINUTES, screen.minutes());
        twiml.gatherKey(
                to(screen.node(), action, screen, 1),
                seconds,
                () -> speak(twiml, own.isEmpty() ? script.prompts().waiting() : own, screen, numbers));
    }

    /** A queueing node for a call that came from elsewhere, with more to tell the agent. */
    String queue(Screen screen, String callSid, Map<String, String> more) {
        Twiml twiml = new Twiml();
        enqueue(twiml, screen, ((Node.Queueing) script.node(screen.node())).lane(), callSid, more);
        return twiml.document();
    }

    private void enqueue(Twiml twiml, Screen screen, Node.Lane lane) {
        enqueue(twiml, screen, lane, Rendered.CALL_SID, Map.of());
    }

    private void enqueue(Twiml twiml, Screen screen, Node.Lane lane, String callSid, Map<String, String> more) {
        QueueNeed need = IvrScript.need(lane, spokenLanguage(screen));
        ObjectNode attributes = Json.object();
        attributes.put("queue", need.name());
        attributes.put("language", need.language());
        attributes.put("reason", need.reason());
        attributes.put("skill", need.skill());
        attributes.put("personalData", need.personalData());
        attributes.put("priority", need.priority());
        attributes.put("center", publication.centerId().toString());
        attributes.put("callSid", callSid);
        more.forEach(attributes::put);
        speak(twiml, lane.say(), screen, Map.of());
        if (listening) {
            attributes.put(AssignmentDesk.TOLD, true);
            languages(screen)
                    .forEach(language ->
                            twiml.say(language, script.prompts().listeningIn(language, facts(language, Map.of()))));
        }
        twiml.enqueue(
                publication.workflowSid(),
                to(screen.node(), Action.QUEUE, screen, 1),
                to(screen.node(), Action.WAIT, screen, 1),
                need.priority(),
                attributes);
    }

    /** Not open yet: who calls now may leave a message if the script has a place for one. */
    private void preparing(Twiml twiml, Screen screen) {
        speak(twiml, script.prompts().preparing(), screen, Map.of());
        script.nodesOf(Node.Voicemail.class).stream()
                .findFirst()
                .ifPresentOrElse(
                        voicemail -> twiml.redirect(to(voicemail.name(), Action.ENTER, screen, 1)), twiml::hangUp);
    }

    private void closed(Twiml twiml, Screen screen) {
        speak(twiml, closing, screen, Map.of());
        if (answeredUntil != null) {
            speak(twiml, script.prompts().closedUntil(), screen, Map.of());
        }
        twiml.hangUp();
    }

    private static Spoken thanks(Node node) {
        if (node instanceof Node.Voicemail voicemail) {
            return voicemail.thanks();
        }
        return node instanceof Node.Callback callback ? callback.thanks() : Spoken.NOTHING;
    }

    private Twiml speak(Twiml twiml, Spoken spoken, Screen screen, Map<String, Object> more) {
        languages(screen).forEach(language -> twiml.say(language, spoken.in(language, facts(language, more))));
        return twiml;
    }

    private List<String> languages(Screen screen) {
        return screen.language().isEmpty() ? publication.languages() : List.of(screen.language());
    }

    private Map<String, Object> facts(String language, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(publication.words().getOrDefault(language, Map.of()));
        facts.put(ScriptNames.EMERGENCY_NUMBER, publication.emergencyNumber());
        if (answeredUntil != null) {
            facts.put(
                    ScriptNames.ANSWERED_UNTIL,
                    answeredUntil.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(Locale.forLanguageTag(language))));
        }
        facts.putAll(more);
        return facts;
    }

    private String spokenLanguage(Screen screen) {
        return screen.language().isEmpty() ? publication.languages().get(0) : screen.language();
    }

    private String to(String node, Action action, Screen screen, int attempt) {
        return baseUrl + VoicePaths.node(publication.centerId(), node, action, screen.language(), attempt);
    }
}
