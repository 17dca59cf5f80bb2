package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Tries a resource again that waits for a person, once the person has done what it asked for. */
@ApplicationScoped
class ResourceRetries {
    private final Centers centers;
    private final Ledger ledger;
    private final CenterJournal journal;

    ResourceRetries(Centers centers, Ledger ledger, CenterJournal journal) {
        this.centers = centers;
        this.ledger = ledger;
        this.journal = journal;
    }

    @Transactional
    public Resource again(UUID centerId, String name, String by) {
        centers.lock(centerId);
        ledger.tryAgain(centerId, name);
        journal.add(
                centerId,
                by,
                "resource.retried",
                Phrase.of("Trying again: %s", "再試行: %s").with(name),
                Map.of("resource", name));
        return ledger.one(centerId, name).orElseThrow();
    }
}
