package io.tocsin.campaign;

import java.util.UUID;

/** A call of a campaign is over, or was never made; told in the transaction that records it. */
public record CampaignCallEnded(UUID centerId, UUID attemptId) {}
