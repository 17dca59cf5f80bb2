package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import java.util.EnumSet;
import java.util.Set;

/** Where an announcement is in its life. */
public enum AnnouncementState {
    /** Being written; nothing but tests goes out. */
    DRAFT(Phrase.of("draft", "下書き")),
    /** Waits for a second person. */
    SUBMITTED(Phrase.of("submitted", "承認待ち")),
    APPROVED(Phrase.of("approved", "承認済み")),
    SCHEDULED(Phrase.of("scheduled", "予約済み")),
    /** A small share goes out; the rest waits until it has been looked at. */
    FIRST_SHARE(Phrase.of("sending its first share", "先行分を送信中")),
    RUNNING(Phrase.of("running", "送信中")),
    PAUSED(Phrase.of("paused", "一時停止中")),
    /** Nothing is left to send. */
    COMPLETED(Phrase.of("completed", "完了")),
    CANCELLED(Phrase.of("cancelled", "取り消し済み"));

    private final Phrase words;

    AnnouncementState(Phrase words) {
        this.words = words;
    }

    public Phrase words() {
        return words;
    }

    private Set<AnnouncementState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> EnumSet.of(DRAFT, APPROVED, CANCELLED);
            case APPROVED -> EnumSet.of(DRAFT, SCHEDULED, FIRST_SHARE, RUNNING, CANCELLED);
            case SCHEDULED -> EnumSet.of(APPROVED, FIRST_SHARE, RUNNING, CANCELLED);
            case FIRST_SHARE -> EnumSet.of(RUNNING, PAUSED, COMPLETED, CANCELLED);
            case RUNNING -> EnumSet.of(PAUSED, COMPLETED, CANCELLED);
            case PAUSED -> EnumSet.of(FIRST_SHARE, RUNNING, CANCELLED);
            // what came back later goes on to the next channel
            case COMPLETED -> EnumSet.of(RUNNING);
            case CANCELLED -> EnumSet.noneOf(AnnouncementState.class);
        };
    }

    /** The one place that says which moves there are. */
    public boolean mayMoveTo(AnnouncementState state) {
        return next().contains(state);
    }

    /** Whether messages may leave. */
    public boolean sends() {
        return this == FIRST_SHARE || this == RUNNING;
    }

    /** Whether it was begun and is not over. */
    public boolean isUnderWay() {
        return sends() || this == PAUSED;
    }
}
