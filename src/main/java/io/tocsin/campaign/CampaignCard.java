package io.tocsin.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.DashboardPart;
import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Collection on a center's overview and among its tabs. */
@ApplicationScoped
class CampaignCard implements DashboardPart, Navigation {
    private final Campaigns campaigns;
    private final CampaignViews views;

    CampaignCard(Campaigns campaigns, CampaignViews views) {
        this.campaigns = campaigns;
        this.views = views;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance card(UUID centerId, List<CampaignProgress> campaigns);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<TemplateInstance> of(UUID centerId) {
        List<CampaignProgress> lines = campaigns.of(centerId).stream()
                .map(c -> CampaignProgress.of(views.of(c)))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(Templates.card(centerId, lines));
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(
                170,
                Phrase.of("Collection", "回収"),
                "/console/centers/{centerId}/campaigns",
                Set.of("crisis-manager", "supervisor", "ops", "auditor")));
    }
}
