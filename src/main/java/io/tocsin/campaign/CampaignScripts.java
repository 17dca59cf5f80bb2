package io.tocsin.campaign;

import io.tocsin.center.IncidentCenter;
import io.tocsin.ivr.IvrScript;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
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
    private final Sql sql;
    private final Map<UUID, CampaignScript> known = new ConcurrentHashMap<>();
    private final Map<UUID, QueueNeed> needs = new ConcurrentHashMap<>();

    CampaignScripts(RiskPacks packs, Sql sql) {
        this.packs = packs;
        this.sql = sql;
    }

    /** @throws io.tocsin.platform.ProblemException where the kind of risk has nothing to collect */
    CampaignScript require(IncidentCenter center) {
        return of(center.packId(), center.packVersion())
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
        return known.computeIfAbsent(centerId, id -> sql.first(
                        "select pack_id, pack_version from incident_center where id = ?",
                        row -> of(row.getString(1), row.getString(2)),
                        id)
                .flatMap(script -> script)
                .orElseThrow(() -> new IllegalStateException("center " + id + " has no words to collect with")));
    }

    /** What an agent must be able and allowed to do to answer those who press 3. */
    QueueNeed agentNeed(UUID centerId) {
        return needs.computeIfAbsent(centerId, id -> sql.first(
                        "select pack_id, pack_version from incident_center where id = ?",
                        row -> packs.pinned(row.getString(1), row.getString(2)),
                        id)
                .flatMap(pack -> pack.part(IvrScript.class).need(of(id).agent(), ""))
                .orElseThrow(() -> new IllegalStateException("center " + id + " has no queue for its campaigns")));
    }

    private Optional<CampaignScript> of(String packId, String packVersion) {
        return Optional.ofNullable(
                (CampaignScript) packs.pinned(packId, packVersion).parts().get(CampaignScript.class));
    }
}
