package io.tocsin.center;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Whether supervisors may listen in to calls of a center. Off until a crisis manager switches it on, on the record. */
@ApplicationScoped
public class ListeningSwitch {
    private final LiveScripts scripts;
    private final CenterJournal journal;

    ListeningSwitch(LiveScripts scripts, CenterJournal journal) {
        this.scripts = scripts;
        this.journal = journal;
    }

    public boolean isOn(UUID centerId) {
        return scripts.listening(centerId);
    }

    /**
     * Holds for callers who come into a queue from now on. Setting it to what it is changes nothing.
     *
     * @throws io.tocsin.platform.ProblemException where the center answers no calls: not launched yet, or torn down
     */
    public void set(UUID centerId, boolean allowed, String by) {
        if (isOn(centerId) == allowed) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (!scripts.allowListening(centerId, allowed)) {
                throw Problem.conflict(
                        "no-script",
                        Phrase.of(
                                "The center has no telephone script yet: launch it first.",
                                "電話スクリプトがまだありません。先にセンターを立ち上げてください。"));
            }
            journal.add(
                    centerId,
                    by,
                    allowed ? "listening.allowed" : "listening.ended",
                    allowed
                            ? Phrase.of("Supervisors may listen in to calls", "スーパーバイザーによる通話の聴取を有効化")
                            : Phrase.of("Supervisors may no longer listen in to calls", "スーパーバイザーによる通話の聴取を無効化"),
                    Map.of());
        });
        scripts.refresh(centerId);
    }
}
