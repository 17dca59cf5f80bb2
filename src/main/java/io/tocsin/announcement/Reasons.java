package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import java.util.Map;
import java.util.Set;

/** Why a message did not arrive, in plain words (codes: Twilio, "Error and warning dictionary"; words: ours). */
final class Reasons {
    static final String TEMPLATE = "template";
    static final String NO_CONTACT = "no-contact";
    static final String NO_REASON = "no-reason";
    static final String NO_ANSWER = "no-answer";
    static final String CRASH = "crash";
    static final String MAIL_REFUSED = "mail-refused";
    static final String BOUNCE = "bounce";
    static final String OPTED_OUT = "21610";

    private static final Phrase INVALID =
            Phrase.of("The number is not valid; correct it in the list.", "電話番号が正しくありません。名簿を修正してください。");
    private static final Phrase BLOCKED =
            Phrase.of("The message was blocked by the recipient or their network.", "受信者または通信事業者により受信が拒否されました。");
    private static final Phrase FILTERED = Phrase.of(
            "The network filtered the message as unwanted; ops should check the sender's registration and the wording.",
            "通信事業者により迷惑メッセージと判定されました。送信元の登録と文面を運用担当者に確認してください。");
    private static final Phrase UNREACHABLE = Phrase.of(
            "The phone cannot be reached: switched off, out of range or no longer in use.",
            "電源オフ、圏外、または使われていないため届きません。");
    private static final Phrase NO_ROUTE = Phrase.of(
            "The carrier does not send to this number or country from our sender.", "この送信元からこの番号または国へは送信できません。");

    private static final Map<String, Phrase> WORDS = Map.ofEntries(
            Map.entry(
                    TEMPLATE,
                    Phrase.of("The notice could not be filled in for this recipient.", "この宛先向けに告知文を作成できません。")),
            Map.entry(NO_CONTACT, Phrase.of("There is no usable address for this channel.", "この手段で使える連絡先がありません。")),
            Map.entry(NO_REASON, Phrase.of("The carrier gave no reason.", "通信事業者から理由の通知がありません。")),
            Map.entry(
                    NO_ANSWER,
                    Phrase.of(
                            "The carrier's answer was lost; whether the message went out is being looked up.",
                            "応答が失われたため、送信の有無を確認中です。")),
            Map.entry(
                    CRASH,
                    Phrase.of(
                            "Sending was interrupted; whether the message went out is being looked up.",
                            "送信が中断されたため、送信の有無を確認中です。")),
            Map.entry(MAIL_REFUSED, Phrase.of("The mail server refused the address.", "メールサーバーが宛先を拒否しました。")),
            Map.entry(BOUNCE, Phrase.of("The e-mail came back.", "メールが返送されました。")),
            Map.entry(OPTED_OUT, Phrase.of("The recipient has opted out.", "受信者が配信を停止しています。")),
            Map.entry("21211", INVALID),
            Map.entry("21214", INVALID),
            Map.entry("21217", INVALID),
            Map.entry("21614", Phrase.of("The number cannot get text messages.", "この番号は SMS を受信できません。")),
            Map.entry("21408", NO_ROUTE),
            Map.entry("21612", NO_ROUTE),
            Map.entry("21617", Phrase.of("The message is too long.", "メッセージが長すぎます。")),
            Map.entry("30002", Phrase.of("Our account at the carrier is suspended.", "キャリアのアカウントが停止されています。")),
            Map.entry("30003", UNREACHABLE),
            Map.entry("30004", BLOCKED),
            Map.entry("30005", Phrase.of("The number is unknown and may no longer exist.", "この番号は存在しない可能性があります。")),
            Map.entry(
                    "30006",
                    Phrase.of("A landline, or a network that takes no text messages.", "固定電話など SMS を受信できない回線です。")),
            Map.entry("30007", FILTERED),
            Map.entry(
                    "30008", Phrase.of("The network could not deliver it and does not say why.", "理由不明のため配信できませんでした。")),
            Map.entry(
                    "30032",
                    Phrase.of(
                            "Our toll-free sender is not verified yet; ops must have it verified at the carrier.",
                            "送信元のフリーダイヤルが未認証です。運用担当者がキャリアで認証を受けてください。")),
            Map.entry(
                    "30034",
                    Phrase.of(
                            "Our sender is not registered for US messaging (10DLC); ops must register it.",
                            "送信元が米国の 10DLC に未登録です。運用担当者が登録してください。")),
            Map.entry(
                    "30464",
                    Phrase.of(
                            "Our toll-free sender is not verified yet; ops must have it verified at the carrier.",
                            "送信元のフリーダイヤルが未認証です。運用担当者がキャリアで認証を受けてください。")));

    /** Concern the account or the sender, not one recipient: trying the next one is in vain. */
    private static final Set<Integer> OF_THE_ACCOUNT = Set.of(20003, 20404, 21603, 21606, 21659, 21701, 21703, 21704);

    private Reasons() {}

    static Phrase words(String code) {
        Phrase known = WORDS.get(code);
        return known != null
                ? known
                : Phrase.of("The carrier refused the message (error %s).", "キャリアがメッセージを拒否しました（エラー %s）。")
                        .with(code);
    }

    /** Whether a refusal concerns all further messages as well. */
    static boolean concernsAll(int code, int status) {
        return status == 401 || status == 403 && code == 0 || OF_THE_ACCOUNT.contains(code);
    }
}
