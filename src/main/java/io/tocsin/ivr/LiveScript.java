package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.riskpack.FactSchema;
import io.tocsin.riskpack.PackFrame;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A publication ready to answer: its script, its stage, and the TwiML of every screen, made once. Immutable. */
final class LiveScript {
    private final Publication publication;
    private final IvrScript script;
    private final Stage stage;
    private final boolean listening;
    private final String baseUrl;
    private final ScreenWriter writer;
    private final Map<Screen, Rendered> screens = new ConcurrentHashMap<>();

    /** @param answeredUntil null if not known */
    LiveScript(Publication publication, Stage stage, LocalDate answeredUntil, String baseUrl) {
        this(publication, stage, answeredUntil, false, baseUrl);
    }

    /** @param listening whether supervisors may listen in, and callers are told so */
    LiveScript(Publication publication, Stage stage, LocalDate answeredUntil, boolean listening, String baseUrl) {
        this.publication = publication;
        this.script = read(publication);
        this.stage = stage;
        this.listening = listening;
        this.baseUrl = baseUrl;
        this.writer = new ScreenWriter(publication, script, answeredUntil, listening, baseUrl);
    }

    private static IvrScript read(Publication publication) {
        // Names of facts were checked when the pack was loaded; here only the graph matters.
        return ScriptReader.read(
                IvrScriptPart.FILE,
                publication.script(),
                new PackFrame("", publication.languages(), new FactSchema(List.of())),
                new Findings());
    }

    /** Makes the TwiML of what callers meet most, so that the first caller waits for nothing. */
    LiveScript warm() {
        script.nodeNames().forEach(node -> {
            screen(Screen.of(node, Screen.Part.ENTER, ""));
            publication.languages().forEach(language -> screen(Screen.of(node, Screen.Part.ENTER, language)));
        });
        screen(Screen.of("", Screen.Part.PREPARING, ""));
        screen(Screen.of("", Screen.Part.CLOSED, ""));
        return this;
    }

    Rendered screen(Screen screen) {
        Rendered rendered = screens.get(screen);
        return rendered != null ? rendered : screens.computeIfAbsent(screen, s -> new Rendered(writer.write(s)));
    }

    /** Not kept: what is queued this way differs from call to call. */
    String queue(String node, String language, String callSid, Map<String, String> more) {
        return writer.queue(Screen.of(node, Screen.Part.ENTER, language), callSid, more);
    }

    Publication publication() {
        return publication;
    }

    IvrScript script() {
        return script;
    }

    Stage stage() {
        return stage;
    }

    boolean listening() {
        return listening;
    }

    /** Where the carrier reports that what this caller had to say to an agent in a conference is over. */
    String conferenceUrl(String callSid) {
        return baseUrl + VoicePaths.conference(publication.centerId(), callSid);
    }

    /** The language a caller is served in: empty stays empty, one that the center does not speak becomes its first. */
    String language(String asked) {
        return asked.isEmpty() || publication.languages().contains(asked)
                ? asked
                : publication.languages().get(0);
    }

    /** Where callers begin: with one language there is nothing to choose. */
    String entry() {
        Node first = script.node(script.start());
        return publication.languages().size() == 1 && first instanceof Node.LanguageMenu menu
                ? menu.next()
                : script.start();
    }
}
