package io.tocsin.desk;

import io.tocsin.platform.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody who wants to work at a seat brings along.
 *
 * @param rulesAcknowledged in this very request
 * @param networkAllowed whether the request comes from a network of the seat's site
 * @param atHome whether the seat is at home
 * @param homePermission whether the person may work there
 * @param oneTimeCode whether the log-in used one
 * @param codeNeededAtHome whether it must, at home
 * @param waveOpen whether the seat's wave of the ramp-up has begun
 */
record CheckIn(
        boolean rulesAcknowledged,
        boolean networkAllowed,
        boolean atHome,
        boolean homePermission,
        boolean oneTimeCode,
        boolean codeNeededAtHome,
        boolean waveOpen) {
    /** All that stands in the way; pure. */
    List<Violation> obstacles() {
        List<Violation> found = new ArrayList<>();
        if (!rulesAcknowledged) {
            found.add(Violation.of("rulesAcknowledged", "Read the rules and acknowledge them.", "ルールを読み、同意してください。"));
        }
        if (!networkAllowed) {
            found.add(Violation.of(
                    "network",
                    "Your seat may not be used from this network. Connect from your site, or ask your supervisor.",
                    "このネットワークからは着席できません。所定の拠点から接続するか、スーパーバイザーに相談してください。"));
        }
        if (atHome && !homePermission) {
            found.add(Violation.of(
                    "home",
                    "You have no permission to work at home. Ask your supervisor.",
                    "在宅勤務の許可がありません。スーパーバイザーに相談してください。"));
        }
        if (atHome && codeNeededAtHome && !oneTimeCode) {
            found.add(Violation.of(
                    "oneTimeCode",
                    "At home you must log in with a one-time code. Log out, set up your authenticator app in your account,"
                            + " and log in again.",
                    "在宅ではワンタイムコードによるログインが必要です。ログアウトし、アカウントで認証アプリを設定してから、" + "もう一度ログインしてください。"));
        }
        if (!waveOpen) {
            found.add(Violation.of(
                    "wave",
                    "Your wave of the ramp-up has not begun. Your supervisor opens it on the board.",
                    "あなたの増員ウェーブはまだ始まっていません。スーパーバイザーがボードで開始します。"));
        }
        return List.copyOf(found);
    }
}
