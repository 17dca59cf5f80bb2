package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import java.util.EnumSet;
import java.util.Set;

/** Where a campaign is in its life. Only while it runs is anybody called. */
public enum CampaignState {
    DRAFT(Phrase.of("prepared", "準備中")),
    RUNNING(Phrase.of("running", "実施中")),
    PAUSED(Phrase.of("paused", "一時停止中")),
    COMPLETED(Phrase.of("completed", "完了")),
    CANCELLED(Phrase.of("cancelled", "取り消し済み"));

    private final Phrase words;

    CampaignState(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }

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
