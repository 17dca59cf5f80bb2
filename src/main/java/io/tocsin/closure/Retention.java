package io.tocsin.closure;

import io.tocsin.audience.AudienceRetention;
import io.tocsin.campaign.CampaignEnd;
import io.tocsin.center.CenterJournal;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.inquiry.InquiryRetention;
import io.tocsin.ivr.CallRetention;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.site.SiteRetention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Destroys the personal data of centers whose retention is over, by destroying their key sets; what those had encrypted
 * is deleted as well, and with it the keyed hashes beside it.
 */
@ApplicationScoped
public class Retention {
    private final Centers centers;
    private final RiskPacks packs;
    private final CenterKeys keys;
    private final AudienceRetention audiences;
    private final CenterJournal journal;
    private final CampaignEnd campaigns;
    private final InquiryRetention inquiries;
    private final SiteRetention site;
    private final CallRetention calls;

    Retention(
            Centers centers,
            RiskPacks packs,
            CenterKeys keys,
            AudienceRetention audiences,
            CenterJournal journal,
            CampaignEnd campaigns,
            InquiryRetention inquiries,
            SiteRetention site,
            CallRetention calls) {
        this.inquiries = inquiries;
        this.site = site;
        this.calls = calls;
        this.campaigns = campaigns;
        this.centers = centers;
        this.packs = packs;
        this.keys = keys;
        this.audiences = audiences;
        this.journal = journal;
    }

    @Transactional
    public void destroyDue(Instant now) {
        for (IncidentCenter center : centers.list("phase", Phase.CLOSED)) {
            int days = packs.pinned(center.packId(), center.packVersion()).retentionDays();
            boolean due =
                    center.closedAt() != null && !now.isBefore(center.closedAt().plus(Duration.ofDays(days)));
            if (due && keys.exists(center.id())) {
                audiences.destroy(center.id());
                keys.destroy(center.id());
                campaigns.forget(center.id());
                inquiries.destroy(center.id());
                site.destroy(center.id());
                calls.destroy(center.id());
                journal.add(
                        center.id(),
                        CenterJournal.TOCSIN,
                        "retention.destroyed",
                        Phrase.of("Personal data destroyed after %d days of retention", "保存期間 %d 日が経過したため個人データを破棄")
                                .with(days),
                        Map.of("days", days));
            }
        }
    }
}
