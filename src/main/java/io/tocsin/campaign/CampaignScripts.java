package io.tocsin.campaign;

import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.riskpack.RiskPacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a center's campaigns: those of the pack's version that the center is pinned to, which never change. */
@ApplicationScoped
class CampaignScripts {
    private final RiskPacks packs;
    private final Centers centers;
    private final Map<UUID, CampaignScript> known = new ConcurrentHashMap<>();

    CampaignScripts(RiskPacks packs, Centers centers) {
        this.packs = packs;
        this.centers = centers;
    }

    /** @throws io.tocsin.platform.ProblemException where the kind of risk has nothing to collect */
    CampaignScript require(IncidentCenter center) {
        return of(center)
                .orElseThrow(() -> Problem.conflict(
                        "nothing-to-collect",
                        Phrase.of(
                                        "The risk pack '%s' has no campaign.yaml: there is nothing to collect. Choose a pack"
                                                + " that has one, or add it.",
                                        "リスクパック「%s」には campaign.yaml がなく、回収するものがありません。"
                                                + "campaign.yaml のあるパックを選ぶか、追加してください。")
                                .with(center.packId())));
    }

    CampaignScript of(UUID centerId) {
        return known.computeIfAbsent(centerId, id -> require(centers.get(id)));
    }

    private Optional<CampaignScript> of(IncidentCenter center) {
        return Optional.ofNullable((CampaignScript)
                packs.pinned(center.packId(), center.packVersion()).parts().get(CampaignScript.class));
    }
}
