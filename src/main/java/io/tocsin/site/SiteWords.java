package io.tocsin.site;

import io.tocsin.platform.Phrase;
import java.util.Map;
import java.util.stream.Collectors;

/** What the site says whatever the risk, in the reader's language; in English where we do not speak it. */
final class SiteWords {
    private static final Map<String, Phrase> ALL = Map.ofEntries(
            word("skip", "Skip to the content", "本文へ移動"),
            word("drill", "This is a drill. Nothing described here has happened.", "これは訓練です。記載の内容は実際の出来事ではありません。"),
            word("notice", "Notice", "お知らせ"),
            word("faq", "Questions and answers", "よくあるご質問"),
            word("check", "Am I affected?", "対象かどうかを確認"),
            word("contact", "Contact us", "お問い合わせ"),
            word("chat", "Chat", "チャット"),
            word("prove", "Prove who you are", "ご本人確認"),
            word("menu", "Pages", "ページ一覧"),
            word("call", "Call us", "お電話"),
            word("send", "Send", "送信する"),
            word("faqAsk", "What would you like to know?", "知りたいことを入力してください"),
            word("faqHint", "In your own words, as you would say it on the phone.", "お電話で話すように、ご自分の言葉でどうぞ。"),
            word("search", "Search", "検索する"),
            word("faqNothing", "We found nothing that fits. Ask us directly:", "該当するご質問が見つかりませんでした。直接お問い合わせください。"),
            word("faqFound", "This may be what you are looking for", "お探しの内容に近いもの"),
            word("faqAll", "All questions", "すべてのご質問"),
            word(
                    "checkLead",
                    "Enter the serial number, lot number or model that stands on what you have.",
                    "お手元の製品の製造番号（シリアル番号）、ロット番号、または型番を入力してください。"),
            word("checkLabel", "Serial number, lot number or model", "製造番号・ロット番号・型番"),
            word("checkButton", "Check", "確認する"),
            word("checkYes", "Yes, this one is affected.", "はい、対象です。"),
            word(
                    "checkYesNext",
                    "Please read in the notice what to do now, and tell us how we can reach you.",
                    "お知らせの「していただきたいこと」をお読みのうえ、ご連絡先をお知らせください。"),
            word(
                    "checkModel",
                    "This model is affected. Whether yours is one of them is told by its serial number.",
                    "この型番は対象です。お手元の製品が該当するかどうかは、製造番号で分かります。"),
            word("checkNo", "We did not find this in our list.", "一覧には見つかりませんでした。"),
            word(
                    "checkNoNext",
                    "Check for typing errors, 0 and O, 1 and I. If you are not sure, treat it as affected and ask us.",
                    "入力の誤り（0とO、1とIなど）がないかご確認ください。はっきりしない場合は対象とお考えになり、お問い合わせください。"),
            word(
                    "checkLink",
                    "Did we write to you? Your personal link in that message tells it at once.",
                    "当社からのメッセージにある専用リンクからも、すぐに確認できます。"),
            word(
                    "contactLead",
                    "We answer as soon as we can. For danger to life call the emergency services first.",
                    "できるだけ早くお返事します。命の危険がある場合は、先に緊急通報してください。"),
            word("about", "What is it about?", "ご用件"),
            word("aboutQuestion", "I have a question", "質問がある"),
            word("aboutReturn", "I want to register a return", "返品・回収を申し込みたい"),
            word("aboutCallBack", "Please call me back", "折り返しの電話がほしい"),
            word("phone", "Telephone", "電話番号"),
            word("email", "E-mail", "メールアドレス"),
            word("reachHint", "One of the two is enough.", "どちらか一方でかまいません。"),
            word("text", "Your message", "お問い合わせ内容"),
            word(
                    "textHint",
                    "Please write no card numbers, passwords or addresses here; we mask what looks like it.",
                    "カード番号、暗証番号、住所などは書かないでください。個人情報と思われる部分は伏せて保存します。"),
            word("file", "A picture or PDF, if it helps (at most 5 MB)", "画像またはPDF（任意、5MBまで）"),
            word("thanks", "Thank you. We have your message.", "ありがとうございます。お問い合わせを受け付けました。"),
            word("thanksNext", "We get back to you the way you asked.", "ご希望の方法でご連絡いたします。"),
            word("maskedNote", "We masked what looked like personal data in your message.", "個人情報と思われる部分を伏せて受け付けました。"),
            word("wrong", "Please check these:", "次の項目をご確認ください。"),
            word(
                    "needReach",
                    "Give a telephone number or an e-mail address, so that we can answer.",
                    "お返事のため、電話番号またはメールアドレスを入力してください。"),
            word("needPhone", "Give a telephone number to be called back.", "折り返しのため、電話番号を入力してください。"),
            word(
                    "needText",
                    "Write what we can do for you (at most 4,000 characters).",
                    "お問い合わせ内容を4,000文字以内で入力してください。"),
            word("badFile", "Send a JPEG or PNG picture or a PDF of at most 5 MB.", "5MB以内のJPEG・PNG画像、またはPDFをお送りください。"),
            word(
                    "proveLead",
                    "Are you talking to our staff? With a code they know that it is you, and you need not tell them who you are.",
                    "担当者とお話し中の方へ。コードを伝えるだけでご本人と確認できます。お名前や住所をおっしゃる必要はありません。"),
            word("proveContact", "Telephone number or e-mail address that we know you by", "ご登録の電話番号またはメールアドレス"),
            word("proveSend", "Send me a code", "コードを送る"),
            word("proveLinkLabel", "Or: the personal link from our message", "または、当社からのメッセージにある専用リンク"),
            word("proveLinkButton", "Use my link", "リンクで確認する"),
            word(
                    "proveSent",
                    "If we know you by this, a code of six digits is on its way. It holds for 10 minutes.",
                    "ご登録がある場合、6桁のコードをお送りしました。10分間有効です。"),
            word("proveCode", "Code that we sent you", "届いたコード"),
            word("proveCheck", "Continue", "次へ"),
            word("proveWrong", "This is not right, or it is too old.", "コードが正しくないか、有効期限が切れています。"),
            word("proveRead", "Read this code to our staff:", "このコードを担当者にお伝えください。"),
            word(
                    "proveHolds",
                    "It holds for 10 minutes and once. Give it to nobody who calls you.",
                    "10分間、一度だけ有効です。先方からかかってきた電話では、お伝えにならないでください。"),
            word("ownPage", "Your own page: register a return or book a pick-up", "お客様専用ページ（返品の申込み・集荷の予約）"),
            word(
                    "chatLead",
                    "Ask your question. Our answers come from the list first; you can ask for a person at any time.",
                    "ご質問をどうぞ。まず自動でお答えします。いつでも担当者におつなぎできます。"),
            word("chatStart", "Begin", "始める"),
            word("chatYou", "You", "あなた"),
            word("chatBot", "Automatic answer", "自動応答"),
            word("chatAgent", "Staff", "担当者"),
            word("chatSay", "Your message", "メッセージ"),
            word("chatPerson", "I want to talk to a person", "担当者と話す"),
            word(
                    "chatWaiting",
                    "We look for somebody who is free. Please stay on this page.",
                    "担当者におつなぎしています。このままお待ちください。"),
            word(
                    "chatNobody",
                    "Nobody is free just now. Leave your message or your number, and we get back to you:",
                    "ただいま担当者が対応できません。フォームまたは折り返しのお電話をご利用ください。"),
            word("chatWith", "You are talking to our staff.", "担当者が対応しています。"),
            word("chatOver", "This chat is over.", "チャットは終了しました。"),
            word(
                    "chatSlow",
                    "This did not arrive. Please wait a moment, then send it again.",
                    "送信できませんでした。少し待ってから、もう一度送信してください。"),
            word("chatEnd", "End the chat", "チャットを終了する"),
            word("chatAgain", "Begin a new chat", "新しいチャットを始める"),
            word("chatRefresh", "Show new messages", "新しいメッセージを表示"),
            word("chatMore", "These may help, too:", "こちらもご覧ください："),
            word(
                    "chatUnknown",
                    "I have no answer to that. Would you like to talk to a person?",
                    "お答えが見つかりませんでした。担当者におつなぎしましょうか。"),
            word("form", "Contact form", "お問い合わせフォーム"),
            word("rateAsk", "Did we help you?", "お役に立ちましたか"),
            word("rate5", "Yes, very much", "とても役に立った"),
            word("rate4", "Mostly", "役に立った"),
            word("rate3", "In part", "どちらともいえない"),
            word("rate2", "Hardly", "あまり役に立たなかった"),
            word("rate1", "No", "役に立たなかった"),
            word("rated", "Thank you for telling us.", "ご回答ありがとうございました。"));

    private static final Map<String, String> ENGLISH = in(true);
    private static final Map<String, String> JAPANESE = in(false);

    private SiteWords() {}

    private static Map.Entry<String, Phrase> word(String key, String en, String ja) {
        return Map.entry(key, Phrase.of(en, ja));
    }

    private static Map<String, String> in(boolean english) {
        return ALL.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> english ? e.getValue().en() : e.getValue().ja()));
    }

    static Map<String, String> of(String language) {
        return language.startsWith("ja") ? JAPANESE : ENGLISH;
    }
}
