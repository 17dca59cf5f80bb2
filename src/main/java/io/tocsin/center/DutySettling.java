package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Settles a center's obligations, with what proves it in the center's journal. */
@ApplicationScoped
class DutySettling {
    private final Obligations obligations;
    private final CenterJournal journal;

    DutySettling(Obligations obligations, CenterJournal journal) {
        this.obligations = obligations;
        this.journal = journal;
    }

    /** @param evidence what proves that it is done */
    @Transactional
    public CenterObligation met(UUID centerId, UUID obligation, String evidence, String by) {
        own(centerId, obligation);
        CenterObligation closed = obligations.close(obligation, evidence, by);
        said(centerId, closed, by, "obligation.met", Phrase.of("Obligation met: %s %s", "義務を履行: %s %s"));
        return closed;
    }

    /** @param reason why it is not owed */
    @Transactional
    public CenterObligation waived(UUID centerId, UUID obligation, String reason, String by) {
        own(centerId, obligation);
        CenterObligation waived = obligations.waive(obligation, reason, by);
        said(
                centerId,
                waived,
                by,
                "obligation.waived",
                Phrase.of("Obligation judged not owed: %s %s", "義務なしと判断: %s %s"));
        return waived;
    }

    private void own(UUID centerId, UUID obligation) {
        if (obligations.list(centerId).stream().noneMatch(o -> o.id().equals(obligation))) {
            throw Problem.notFound(Phrase.of("This center has no such obligation.", "このセンターにその義務はありません。"));
        }
    }

    private void said(UUID centerId, CenterObligation obligation, String by, String code, Phrase said) {
        journal.add(
                centerId,
                by,
                code,
                said.with(obligation.regime(), obligation.code()),
                Map.of("obligation", obligation.id(), "evidence", String.valueOf(obligation.evidence())));
    }
}
