package io.tocsin.campaign;

import io.tocsin.event.NewEvent;
import io.tocsin.event.Outbox;
import io.tocsin.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the world about campaigns: ids and states, no person. Schemas: {@code schemas/campaign.*.json}. */
@ApplicationScoped
class CampaignEvents {
    private final Outbox outbox;

    CampaignEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void moved(Campaign campaign, CampaignState to) {
        String type =
                switch (to) {
                    case DRAFT -> "campaign.drafted";
                    case RUNNING -> "campaign.started";
                    case PAUSED -> "campaign.paused";
                    case COMPLETED -> "campaign.completed";
                    case CANCELLED -> "campaign.cancelled";
                };
        outbox.add(event(campaign.id(), type, Map.of("campaign", campaign.id(), "center", campaign.centerId())));
    }

    void callsDue(Collection<CallAttempt> attempts) {
        tell(attempts.stream()
                .map(a -> event(
                        a.campaignId(),
                        "campaign.call-due",
                        Map.of(
                                "campaign",
                                a.campaignId(),
                                "attempt",
                                a.id(),
                                "recipient",
                                a.recipientId(),
                                "kind",
                                a.kind())))
                .toList());
    }

    void callEnded(CallAttempt attempt, CallOutcome outcome) {
        outbox.add(event(
                attempt.campaignId(),
                "campaign.call-ended",
                Map.of(
                        "campaign",
                        attempt.campaignId(),
                        "attempt",
                        attempt.id(),
                        "recipient",
                        attempt.recipientId(),
                        "outcome",
                        outcome)));
    }

    /** @param before as the cases were */
    void casesMoved(Collection<CollectionCase> before, CaseState to, Via via) {
        tell(before.stream()
                .map(c -> event(
                        c.campaignId(),
                        "campaign.case-moved",
                        Map.of(
                                "campaign",
                                c.campaignId(),
                                "case",
                                c.id(),
                                "recipient",
                                c.recipientId(),
                                "from",
                                c.state(),
                                "to",
                                to,
                                "via",
                                via)))
                .toList());
    }

    private void tell(List<NewEvent> events) {
        if (!events.isEmpty()) {
            outbox.add(events);
        }
    }

    private static NewEvent event(UUID campaignId, String type, Map<String, ?> data) {
        return new NewEvent(Topic.CAMPAIGN, campaignId.toString(), type, data);
    }
}
