package io.tocsin.ivr;

import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.PublicUrl;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The scripts that callers meet, in the memory of every replica; what is published here reaches the others at once. */
@ApplicationScoped
public class LiveScripts {
    private static final Logger LOG = Logger.getLogger(LiveScripts.class);

    private final LiveScriptTable table;
    private final RowSealer sealer;
    private final String baseUrl;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    private record Held(long revision, LiveScript script) {}

    LiveScripts(
            LiveScriptTable table,
            RowSealer sealer,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl publicBaseUrl) {
        this.table = table;
        this.sealer = sealer;
        this.baseUrl = publicBaseUrl.base();
    }

    void load(@Observes @Priority(10) StartupEvent event) {
        compare();
    }

    /** Null if the center has none; from memory only. */
    LiveScript get(UUID centerId) {
        Held found = held.get(centerId);
        return found == null ? null : found.script();
    }

    /** With whose voice and words a center calls; from memory. Empty where nothing is published or all is over. */
    public Optional<CenterVoice> voice(UUID centerId) {
        return Optional.ofNullable(get(centerId))
                .filter(live -> live.stage() != Stage.CLOSED)
                .map(CenterVoice::of);
    }

    /**
     * Hands a person on a call of ours to the agents, as if they had reached this place of the script by themselves: the
     * same waiting words, the same ways out.
     *
     * @param node a place that queues callers
     * @param more attributes of the task beside the script's own
     * @return TwiML; empty where there is no such place
     */
    public Optional<String> queue(
            UUID centerId, String node, String language, String callSid, Map<String, String> more) {
        return Optional.ofNullable(get(centerId))
                .filter(live -> live.stage() != Stage.CLOSED && live.script().node(node) instanceof Node.Queueing)
                .map(live -> live.queue(node, live.language(language), callSid, more));
    }

    /** @return the version under which it is live now */
    String publish(Publication publication, String label) {
        // What cannot be spoken must not be published.
        new LiveScript(publication, Stage.PREPARING, null, baseUrl).warm();
        String version = table.publish(publication, label);
        take(publication.centerId());
        return version;
    }

    /**
     * Moves a center's callers to another stage.
     *
     * @throws io.tocsin.platform.ProblemException not-found, if the center has no published script
     */
    public void stage(UUID centerId, Stage stage) {
        move(centerId, stage, null);
    }

    /** Ends a center's script: from now on callers hear the closing message, with the date if there is one. */
    public void close(UUID centerId, LocalDate answeredUntil) {
        move(centerId, Stage.CLOSED, answeredUntil);
    }

    private void move(UUID centerId, Stage stage, LocalDate answeredUntil) {
        if (!table.stage(centerId, stage, answeredUntil)) {
            throw Problem.notFound(
                    Phrase.of("This center has no published telephone script", "このセンターには公開済みの電話スクリプトがありません"));
        }
        take(centerId);
    }

    /** Brings the memory to what the database says, center by center. */
    void compare() {
        Set<UUID> known = new HashSet<>();
        for (LiveScriptTable.Head head : table.heads()) {
            known.add(head.centerId());
            Held mine = held.get(head.centerId());
            if (mine == null || mine.revision() != head.revision()) {
                take(head.centerId());
            }
        }
        held.keySet().retainAll(known);
    }

    private boolean isNews(UUID centerId, long revision) {
        Held mine = held.get(centerId);
        return mine == null || mine.revision() < revision;
    }

    private void take(UUID centerId) {
        table.live(centerId).filter(live -> isNews(centerId, live.revision())).ifPresent(live -> {
            LiveScript script = new LiveScript(live.publication(), live.stage(), live.answeredUntil(), baseUrl).warm();
            if (live.stage() != Stage.CLOSED) {
                sealer.warm(centerId);
            }
            held.merge(
                    centerId,
                    new Held(live.revision(), script),
                    (mine, fresh) -> fresh.revision() >= mine.revision() ? fresh : mine);
            LOG.infof("telephone script live, center %s version %s stage %s", centerId, live.version(), live.stage());
        });
    }
}
