package io.tocsin.telephony;

import com.twilio.exception.ApiException;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.VendorFailure;
import java.time.Duration;

/** What Twilio's error numbers mean for us (Twilio, "Error and warning dictionary"). */
final class VendorErrors {
    static final int NUMBER_TAKEN = 21422;

    private static final Phrase TELL_OPS =
            Phrase.of("Give this message to ops; then retry.", "このメッセージを運用担当者に伝え、対応後に再試行してください。");

    private VendorErrors() {}

    static VendorFailure translate(ApiException e) {
        int code = e.getCode() == null ? 0 : e.getCode();
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        return switch (code) {
            case 20429, 14107 ->
                new VendorFailure.Throttled(
                        Phrase.of("The carrier asks us to go slower", "キャリアから速度を落とすよう求められました"), Duration.ofSeconds(1));
            case 21631, 21615, 21628 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of(
                                "Numbers of this country and type need a registered address.",
                                "この国・種別の番号には住所の登録が必要です。"),
                        Phrase.of(
                                "Register an address with Twilio and set tocsin.twilio.live.address-sid for the country,"
                                        + " then retry.",
                                "Twilio に住所を登録し、その国の tocsin.twilio.live.address-sid を設定して再試行してください。"));
            case 21649, 21650, 21651 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of(
                                "Numbers of this country and type need an approved regulatory bundle.",
                                "この国・種別の番号には承認済みの規制バンドルが必要です。"),
                        Phrase.of(
                                "Have a bundle approved by Twilio and set tocsin.twilio.live.bundle-sid for the country,"
                                        + " then retry.",
                                "Twilio で規制バンドルの承認を受け、その国の tocsin.twilio.live.bundle-sid を設定して再試行してください。"));
            case NUMBER_TAKEN, 21421, 21452, 21404 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("The number cannot be bought: %s", "番号を購入できません: %s")
                                .with(String.valueOf(e.getMessage())),
                        Phrase.of(
                                "Retry to take another number, or choose another type or country.",
                                "再試行して別の番号を取得するか、別の種別または国を選択してください。"));
            case 21606, 21659, 21703 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("The sender cannot send messages: %s", "この送信元からはメッセージを送信できません: %s")
                                .with(String.valueOf(e.getMessage())),
                        TELL_OPS);
            case 21610 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("The recipient has opted out.", "受信者が配信を停止しています。"),
                        Phrase.of("Use another channel.", "別の連絡手段を使用してください。"));
            case 21211, 21614 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("The recipient's phone number is not valid.", "受信者の電話番号が正しくありません。"),
                        Phrase.of("Correct the number.", "番号を修正してください。"));
            default -> byStatus(status, e);
        };
    }

    private static VendorFailure byStatus(int status, ApiException e) {
        return switch (status) {
            case 401, 403 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("The carrier refuses our credentials.", "キャリアに認証を拒否されました。"),
                        Phrase.of(
                                "Check the account SID and the token of this mode in the configuration, then retry.",
                                "設定されているアカウント SID とトークンを確認し、再試行してください。"));
            case 429 ->
                new VendorFailure.Throttled(
                        Phrase.of("The carrier asks us to go slower", "キャリアから速度を落とすよう求められました"), Duration.ofSeconds(1));
            case 409 ->
                new VendorFailure.Passing(
                        Phrase.of("Still in use at the carrier: %s", "キャリア側でまだ使用中です: %s")
                                .with(String.valueOf(e.getMessage())),
                        e);
            case 0 ->
                new VendorFailure.Unknown(
                        Phrase.of("The carrier's answer was not understood", "キャリアの応答を解釈できませんでした"), e);
            default ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("The carrier refused: %s (error %d)", "キャリアに拒否されました: %s（エラー %d）")
                                .with(String.valueOf(e.getMessage()), e.getCode() == null ? status : e.getCode()),
                        TELL_OPS);
        };
    }

    static boolean is(ApiException e, int code) {
        return e.getCode() != null && e.getCode() == code;
    }
}
