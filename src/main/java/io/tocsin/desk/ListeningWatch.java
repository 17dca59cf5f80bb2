package io.tocsin.desk;

import io.tocsin.ivr.LiveScripts;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Calls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends listening where it is no longer allowed (switched off, center torn down), and finds out about telephones of which
 * the carrier says nothing: after a crash, a lost answer, a lost word.
 */
@ApplicationScoped
class ListeningWatch {
    private static final Logger LOG = Logger.getLogger(ListeningWatch.class);
    private static final Duration SILENT = Duration.ofMinutes(1);

    private final ListeningTable table;
    private final ListeningIn listening;
    private final LiveScripts voices;
    private final Calls calls;

    ListeningWatch(ListeningTable table, ListeningIn listening, LiveScripts voices, Calls calls) {
        this.table = table;
        this.listening = listening;
        this.voices = voices;
        this.calls = calls;
    }

    void settle() {
        for (Listening open : table.open()) {
            try {
                if (!voices.listening(open.centerId())) {
                    listening.hangUp(open);
                } else if (table.takeSilent(open.id(), SILENT)) {
                    lookUp(open);
                }
            } catch (VendorFailure e) {
                LOG.debugf("the carrier does not tell of a listener now listening=%s", open.id());
            }
        }
    }

    private void lookUp(Listening open) {
        Optional<String> sid = listening.callOf(open);
        Optional<Calls.Seen> seen = sid.flatMap(s -> calls.find(open.mode(), s));
        if (seen.filter(call -> !call.isOver()).isEmpty()) {
            listening.end(open);
            return;
        }
        table.placed(open.id(), sid.orElseThrow());
        if (seen.get().status().equals("in-progress")) {
            listening.begun(open);
        }
    }
}
