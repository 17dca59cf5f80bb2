package io.tocsin.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a campaign is in its life. Only while it runs is anybody called. */
public enum CampaignState {
    DRAFT,
    RUNNING,
    PAUSED,
    COMPLETED,
    CANCELLED;

    private Set<CampaignState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(RUNNING, CANCELLED);
            case RUNNING -> EnumSet.of(PAUSED, COMPLETED, CANCELLED);
            case PAUSED -> EnumSet.of(RUNNING, COMPLETED, CANCELLED);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(CampaignState.class);
        };
    }

    public boolean mayMoveTo(CampaignState state) {
        return next().contains(state);
    }

    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }
}
