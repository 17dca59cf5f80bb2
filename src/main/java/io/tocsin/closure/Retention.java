package io.tocsin.closure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.audience.AudienceRetention;
import io.tocsin.campaign.CampaignEnd;
import io.tocsin.center.CenterJournal;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.inquiry.InquiryRetention;
import io.tocsin.inquiry.VoiceMessages;
import io.tocsin.ivr.CallRetention;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.site.SiteRetention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Destroys the personal data of centers whose retention is over, by destroying their key sets; what those had encrypted
 * is deleted as well, and with it the keyed hashes beside it.
 */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final Centers centers;
    private final RiskPacks packs;
    private final CenterKeys keys;
    private final AudienceRetention audiences;
    private final CenterJournal journal;
    private final CampaignEnd campaigns;
    private final InquiryRetention inquiries;
    private final SiteRetention site;
    private final VoiceMessages voices;
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
            VoiceMessages voices,
            CallRetention calls) {
        this.voices = voices;
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

    public void destroyDue(Instant now) {
        List<IncidentCenter> closed =
                QuarkusTransaction.joiningExisting().call(() -> centers.list("phase", Phase.CLOSED));
        for (IncidentCenter center : closed) {
            int days = packs.pinned(center.packId(), center.packVersion()).retentionDays();
            boolean due =
                    center.closedAt() != null && !now.isBefore(center.closedAt().plus(Duration.ofDays(days)));
            if (due && keys.exists(center.id())) {
                destroy(center.id(), days);
            }
        }
    }

    /** What the carrier keeps goes first: while it does not delete that, the center is due and looked at again. */
    private void destroy(UUID center, int days) {
        try {
            voices.eraseAll(center);
        } catch (VendorFailure e) {
            LOG.warnf("voice messages wait to be deleted by the carrier center=%s cause=%s", center, e.getMessage());
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            audiences.destroy(center);
            keys.destroy(center);
            campaigns.forget(center);
            inquiries.destroy(center);
            site.destroy(center);
            calls.destroy(center);
            journal.add(
                    center,
                    CenterJournal.TOCSIN,
                    "retention.destroyed",
                    Phrase.count(
                            "Personal data destroyed after %d day of retention",
                            "Personal data destroyed after %d days of retention", "保存期間 %d 日が経過したため個人データを破棄", days),
                    Map.of("days", days));
        });
    }
}
