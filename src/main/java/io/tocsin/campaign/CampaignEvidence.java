package io.tocsin.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What a center's campaigns have achieved, for those who must show it later: counts and rates, no person. */
@ApplicationScoped
public class CampaignEvidence {
    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Effectiveness effectiveness;
    private final EffectivenessChecks checks;
    private final Clock clock;

    CampaignEvidence(
            Campaigns campaigns,
            CampaignViews views,
            Effectiveness effectiveness,
            EffectivenessChecks checks,
            Clock clock) {
        this.campaigns = campaigns;
        this.views = views;
        this.effectiveness = effectiveness;
        this.checks = checks;
        this.clock = clock;
    }

    public record Proof(CampaignView campaign, Effectiveness.Report effectiveness) {}

    public List<Proof> of(UUID centerId) {
        return campaigns.of(centerId).stream()
                .map(c -> new Proof(
                        views.of(c),
                        effectiveness.report(
                                c,
                                clock.instant(),
                                checks.of(c.id()).stream().map(checks::outcome).toList())))
                .toList();
    }
}
