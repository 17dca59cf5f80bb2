package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.ResourcesChanged;
import io.tocsin.seat.SeatKinds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Notices that a center has become ready. Runs inside the transaction that recorded the resources' outcome. */
@ApplicationScoped
class ReadyWatch {
    private final Centers centers;
    private final Ledger ledger;
    private final CenterJournal journal;
    private final CenterEvents events;
    private final Sql sql;

    ReadyWatch(Centers centers, Ledger ledger, CenterJournal journal, CenterEvents events, Sql sql) {
        this.centers = centers;
        this.ledger = ledger;
        this.journal = journal;
        this.events = events;
        this.sql = sql;
    }

    void changed(@Observes ResourcesChanged changed) {
        UUID id = changed.centerId();
        // Comes with every group of outcomes: the center itself is read only when it may have become ready.
        Optional<Phase> phase =
                sql.first("select phase from incident_center where id = ?", row -> Phase.valueOf(row.getString(1)), id);
        if (phase.isEmpty()) {
            return;
        }
        events.resources(id, changed.changes());
        if (phase.get() == Phase.PREPARING && isReady(id)) {
            look(centers.lock(id));
        }
    }

    /** Also after a change of size: what is wanted may exist already, and then nothing will tell. */
    void look(IncidentCenter center) {
        if (center.phase() == Phase.PREPARING && isReady(center.id())) {
            center.moveTo(Phase.READY);
            journal.add(
                    center.id(),
                    CenterJournal.TOCSIN,
                    "center.ready",
                    Phrase.of("Everything required exists", "必要な資源がすべて揃いました"),
                    Map.of());
            events.phase(center, "center.ready");
        }
    }

    /** Invitations are mail: a center is ready to open while some are still on their way. */
    private boolean isReady(UUID centerId) {
        return ledger.isSettled(centerId, SeatKinds.INVITATION);
    }
}
