package io.tocsin.center;

import io.tocsin.platform.Phrase;
import java.util.EnumSet;
import java.util.Set;

/** Where a center is in its life. */
public enum Phase {
    /** The incident is on record; nothing exists outside yet. */
    DECLARED,
    /** Prepared in advance at minimal size; activation only raises capacity. */
    STANDBY,
    /** Resources are being made. */
    PREPARING,
    /** Everything required exists; the open gate decides. */
    READY,
    /** Callers are answered. */
    OPEN,
    /** New callers hear the closing words; those inside go on. */
    DRAINING,
    /** Resources are being removed. */
    TEARING_DOWN,
    /** Over, with a certificate. */
    CLOSED;

    private Set<Phase> next() {
        return switch (this) {
            case DECLARED -> EnumSet.of(STANDBY, PREPARING, TEARING_DOWN);
            case STANDBY -> EnumSet.of(PREPARING, TEARING_DOWN);
            case PREPARING -> EnumSet.of(READY, STANDBY, TEARING_DOWN);
            case READY -> EnumSet.of(OPEN, PREPARING, STANDBY, TEARING_DOWN);
            case OPEN -> EnumSet.of(DRAINING);
            case DRAINING -> EnumSet.of(OPEN, TEARING_DOWN);
            case TEARING_DOWN -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(Phase.class);
        };
    }

    /** The one place that says which moves there are. */
    public boolean mayMoveTo(Phase phase) {
        return next().contains(phase);
    }

    public Phrase words() {
        return switch (this) {
            case DECLARED -> Phrase.of("Declared", "登録済み");
            case STANDBY -> Phrase.of("Standby", "待機中");
            case PREPARING -> Phrase.of("Preparing", "準備中");
            case READY -> Phrase.of("Ready to open", "開設可能");
            case OPEN -> Phrase.of("Open", "開設中");
            case DRAINING -> Phrase.of("Draining", "受付終了処理中");
            case TEARING_DOWN -> Phrase.of("Being torn down", "撤去中");
            case CLOSED -> Phrase.of("Closed", "終了");
        };
    }

    /** How its tag looks in the console. */
    String tone() {
        return switch (this) {
            case OPEN, READY -> "good";
            case PREPARING, DRAINING, TEARING_DOWN -> "busy";
            case DECLARED, STANDBY, CLOSED -> "plain";
        };
    }

    /** Whether resources may exist and change. */
    public boolean isRunning() {
        return switch (this) {
            case STANDBY, PREPARING, READY, OPEN -> true;
            case DECLARED, DRAINING, TEARING_DOWN, CLOSED -> false;
        };
    }
}
