package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.ResourcesChanged;
import io.tocsin.seat.SeatKinds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/** Notices that a center has become ready. Runs inside the transaction that recorded the resources' outcome. */
@ApplicationScoped
class ReadyWatch {
    private final Centers centers;
    private final Ledger ledger;
    private final CenterJournal journal;
    private final CenterEvents events;

    ReadyWatch(Centers centers, Ledger ledger, CenterJournal journal, CenterEvents events) {
        this.centers = centers;
        this.ledger = ledger;
        this.journal = journal;
        this.events = events;
    }

    void changed(@Observes ResourcesChanged changed) {
        centers.findByIdOptional(changed.centerId()).ifPresent(center -> {
            events.resources(center.id(), changed.changes());
            if (center.phase() == Phase.PREPARING) {
                look(centers.lock(center.id()));
            }
        });
    }

    /** Also after a change of size: what is wanted may exist already, and then nothing will tell. */
    void look(IncidentCenter center) {
        if (center.phase() == Phase.PREPARING && isReady(ledger.of(center.id()))) {
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
    static boolean isReady(List<Resource> resources) {
        return resources.stream()
                .filter(r -> !r.kind().equals(SeatKinds.INVITATION))
                .allMatch(r -> r.isReady() || r.isGone());
    }
}
