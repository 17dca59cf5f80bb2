package io.tocsin.campaign;

import java.util.Map;

/**
 * A campaign with how far it is.
 *
 * @param cases number of cases by state
 * @param telephones number of telephones by state of the call list
 * @param calls number of calls that are over, by outcome
 */
public record CampaignView(
        Campaign campaign, Map<CaseState, Long> cases, Map<String, Long> telephones, Map<CallOutcome, Long> calls) {}
