package io.tocsin.campaign;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts how far campaigns are. */
@ApplicationScoped
class CampaignViews {
    private final Sql sql;

    CampaignViews(Sql sql) {
        this.sql = sql;
    }

    CampaignView of(Campaign campaign) {
        Map<CaseState, Long> cases = new EnumMap<>(CaseState.class);
        sql.list(
                "select state, count(*) from collection_case where campaign_id = ? group by state",
                row -> cases.put(CaseState.valueOf(row.getString(1)), row.getLong(2)),
                campaign.id());
        Map<String, Long> telephones = new TreeMap<>();
        sql.list(
                "select state, count(*) from call_target where campaign_id = ? group by state",
                row -> telephones.put(row.getString(1), row.getLong(2)),
                campaign.id());
        Map<CallOutcome, Long> calls = new EnumMap<>(CallOutcome.class);
        sql.list(
                "select outcome, count(*) from call_attempt where campaign_id = ? and state = 'ENDED' group by outcome",
                row -> calls.put(CallOutcome.valueOf(row.getString(1)), row.getLong(2)),
                campaign.id());
        return new CampaignView(campaign, cases, telephones, calls);
    }
}
