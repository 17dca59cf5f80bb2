package io.tocsin.desk;

import io.tocsin.audience.RecipientItem;
import io.tocsin.campaign.Campaign;
import io.tocsin.campaign.CaseViews;
import io.tocsin.campaign.PreviewDesk;
import io.tocsin.campaign.SkipReason;
import io.tocsin.platform.Phrase;
import java.util.List;

/**
 * Calls of campaigns on the desk's page.
 *
 * @param running campaigns to take the next person from
 * @param before whom the agent looks at; null for nobody
 */
record CampaignCallsView(List<Campaign> running, PreviewDesk.Preview before) {
    public List<SkipReason> reasons() {
        return List.of(SkipReason.values());
    }

    /** Model, serial and lot; empty where the list names none. */
    public String item(CaseViews.CaseView one) {
        RecipientItem item = one.item();
        return item == null ? "" : KnownPeople.words(item);
    }

    public Phrase state(CaseViews.CaseView one) {
        return CaseWords.state(one.collectionCase().state());
    }

    /** Calls to them that are over. */
    public List<CaseViews.CallView> calls(CaseViews.CaseView one) {
        return one.calls().stream().filter(c -> c.outcome() != null).toList();
    }

    public boolean isNothing() {
        return running.isEmpty() && before == null;
    }
}
