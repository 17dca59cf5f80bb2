package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import java.util.Map;
import java.util.stream.Collectors;

/** What the personal page says whatever the risk; calm, and in the reader's language. */
final class PageWords {
    static final Phrase BOOKED = Phrase.of(
            "Thank you. We come on %s, from %s to %s. Please do not use the product until then.",
            "ありがとうございます。%s、%sから%sのあいだにうかがいます。それまで製品のご使用はお控えください。");
    static final Phrase RESPONDED =
            Phrase.of("Thank you, we have your answer and will get back to you.", "ありがとうございます。承りました。追ってご連絡いたします。");
    static final Phrase RETURNED = Phrase.of(
            "Thank you for returning it. We get back to you only if something is missing.",
            "ご返品ありがとうございます。不明な点がある場合のみご連絡いたします。");
    static final Phrase DISPOSED = Phrase.of(
            "Thank you for telling us. If somebody else has it now, please tell them about the recall.",
            "お知らせいただきありがとうございます。ほかの方が使われている場合は、回収についてお伝えください。");
    static final Phrase COLLECTED = Phrase.of("Thank you, we have your product.", "製品をお預かりしました。ありがとうございます。");
    static final Phrase STOPPED = Phrase.of("We will not contact you again.", "今後、こちらからのご連絡はいたしません。");
    static final Phrase TAKEN = Phrase.of(
            "Sorry, that time has just been taken. Please choose another one.",
            "申し訳ございません、その日時はただいま埋まりました。別の日時をお選びください。");
    static final Phrase CHOOSE = Phrase.of("Please choose a time first.", "先に日時をお選びください。");

    private static final Map<String, Phrase> FIXED = Map.ofEntries(
            Map.entry("title", Phrase.of("About your product", "お持ちの製品について")),
            Map.entry("fetch", Phrase.of("Have it fetched from your home", "ご自宅での引き取り")),
            Map.entry("choose", Phrase.of("When may we come?", "ご都合のよい日時をお選びください")),
            Map.entry("book", Phrase.of("Book this time", "この日時で予約する")),
            Map.entry("register", Phrase.of("Return it", "返品のお手続き")),
            Map.entry("contactMe", Phrase.of("Please contact me about the return", "返品について連絡を希望する")),
            Map.entry("already", Phrase.of("You no longer have it?", "すでにお手元にない場合")),
            Map.entry("returned", Phrase.of("I have returned it", "返品した")),
            Map.entry("disposed", Phrase.of("I have thrown it away or given it away", "廃棄または譲渡した")),
            Map.entry("stopTitle", Phrase.of("Do you want to hear no more from us?", "ご連絡を希望されない場合")),
            Map.entry("stop", Phrase.of("Do not contact me again", "今後の連絡を希望しない")),
            Map.entry("notice", Phrase.of("All about this recall", "この回収についてくわしく")),
            Map.entry(
                    "drill",
                    Phrase.of(
                            "This is a drill. Nothing described here has happened.", "これは訓練です。記載の内容は実際の出来事ではありません。")));

    private PageWords() {}

    static Map<String, String> in(String language) {
        return FIXED.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().in(language)));
    }
}
