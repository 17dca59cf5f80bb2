package io.tocsin.telephony;

import io.tocsin.platform.Phrase;
import java.time.Instant;

/**
 * Which moves a number may make. A number is given up only out of stock, by a person, with a reason: never while it is
 * leased, quarantined or held, and never as a side effect of anything.
 */
final class NumberRules {
    private NumberRules() {}

    sealed interface Decision {
        record Allowed(InventoryNumber next) implements Decision {}

        record Refused(Phrase why) implements Decision {}
    }

    static Decision decide(InventoryNumber number, boolean held, NumberMove move, Instant now) {
        return switch (move) {
            case NumberMove.Lease lease -> {
                if (number.state() != NumberState.AVAILABLE) {
                    yield refused("The number is not in stock.", "番号は在庫にありません。");
                }
                yield held ? isHeld() : allowed(number.leased(NumberState.IN_USE, lease.label(), lease.centerId()));
            }
            case NumberMove.Bought bought ->
                number.state() == NumberState.BUYING
                        ? allowed(number.bought(bought.e164(), bought.vendorSid(), now))
                        : refused("The number was not being bought.", "番号は購入中ではありません。");
            case NumberMove.GiveBack back ->
                number.state() == NumberState.IN_USE
                        ? allowed(number.free(NumberState.QUARANTINED, back.quarantineUntil(), null))
                        : refused("The number is not in use.", "番号は使用中ではありません。");
            case NumberMove.EndQuarantine ignored -> endQuarantine(number, held, now);
            case NumberMove.DecideRelease release -> release(number, held, release, now);
            case NumberMove.Released ignored ->
                number.state() == NumberState.RELEASING
                        ? allowed(number.free(NumberState.RELEASED, null, number.release()))
                        : refused("Nobody decided to release the number.", "番号の解放は決定されていません。");
            case NumberMove.Vanished ignored ->
                number.state() == NumberState.RELEASED
                        ? refused("The number was released already.", "番号は既に解放されています。")
                        : allowed(number.free(NumberState.GONE, null, number.release()));
        };
    }

    private static Decision endQuarantine(InventoryNumber number, boolean held, Instant now) {
        if (number.state() != NumberState.QUARANTINED) {
            return refused("The number is not quarantined.", "番号は隔離期間中ではありません。");
        }
        if (held) {
            return isHeld();
        }
        return number.quarantinedUntil().isAfter(now)
                ? refused("The quarantine has not ended yet.", "隔離期間はまだ終了していません。")
                : allowed(number.free(NumberState.AVAILABLE, null, null));
    }

    private static Decision release(
            InventoryNumber number, boolean held, NumberMove.DecideRelease release, Instant now) {
        if (release.reason() == null || release.reason().isBlank()) {
            return refused("Releasing a number needs a reason.", "番号の解放には理由が必要です。");
        }
        if (release.by() == null || release.by().isBlank()) {
            return refused("Releasing a number is a person's decision.", "番号の解放は人が決定する必要があります。");
        }
        if (held) {
            return isHeld();
        }
        return switch (number.state()) {
            case AVAILABLE ->
                allowed(number.free(
                        NumberState.RELEASING, null, new InventoryNumber.Release(release.by(), release.reason(), now)));
            case RELEASING -> allowed(number);
            case BUYING, IN_USE -> refused("A center uses the number.", "番号はセンターで使用中です。");
            case QUARANTINED ->
                refused(
                        "The number is quarantined: callers still reach the closing message.",
                        "番号は隔離期間中で、発信者には終了案内が流れています。");
            case RELEASED, GONE -> refused("The number is no longer ours.", "番号は既に保有していません。");
        };
    }

    private static Decision allowed(InventoryNumber next) {
        return new Decision.Allowed(next);
    }

    private static Decision isHeld() {
        return refused("The number is on hold.", "番号は保留されています。");
    }

    private static Decision refused(String en, String ja) {
        return new Decision.Refused(Phrase.of(en, ja));
    }
}
