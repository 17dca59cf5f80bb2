package io.tocsin.audience;

import io.tocsin.platform.Phrase;

/** The page behind a recipient's unsubscribe link: the organization's name, one sentence, one button. */
final class UnsubscribePage {
    private static final Phrase ASK = Phrase.of(
            "Stop all messages and calls about this matter to you?", "この件に関するメッセージ・お電話をすべて停止しますか？");
    private static final Phrase LOSE = Phrase.of(
            "You would not hear of safety news about it either.", "安全に関する続報もお届けできなくなります。");
    private static final Phrase BUTTON = Phrase.of("Stop", "停止する");
    private static final Phrase DONE = Phrase.of(
            "Done. You will get no more messages or calls from us about this matter.", "停止しました。この件に関する連絡は今後行いません。");
    private static final Phrase READ = Phrase.of("What is known can be read here", "最新の情報はこちらでご覧いただけます");
    private static final String STYLE = """
            body{margin:0;font:1.05rem/1.65 system-ui,sans-serif;color:#1a1a1a;background:#fff}
            header,main{max-width:36rem;margin:0 auto;padding:1rem}header{font-weight:700;border-bottom:3px solid #b3261e}
            button{font:inherit;font-weight:700;padding:.7rem 2rem;border:0;border-radius:.4rem;background:#b3261e;color:#fff}
            a{color:#0b57d0}""";

    private UnsubscribePage() {}

    static String asking(String organization, String language) {
        return page(
                language,
                organization,
                "<h1>" + escaped(ASK.in(language)) + "</h1><p>" + escaped(LOSE.in(language))
                        + "</p><form method=\"post\"><button>" + escaped(BUTTON.in(language)) + "</button></form>");
    }

    static String done(String organization, String language, String notice) {
        return page(
                language,
                organization,
                "<h1>" + escaped(DONE.in(language)) + "</h1><p><a href=\"" + escaped(notice) + "\">"
                        + escaped(READ.in(language)) + "</a></p>");
    }

    /** Whose language is not known. */
    static String unknown() {
        return page(
                "en",
                "",
                "<h1>Not found / 見つかりません</h1><p>This link is not valid any more; there is nothing left to stop.</p>"
                        + "<p>このリンクは無効です。停止すべき配信はありません。</p>");
    }

    private static String page(String language, String organization, String body) {
        return "<!doctype html>\n<html lang=\"" + escaped(language) + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>"
                + escaped(organization) + "</title><style>" + STYLE + "</style></head><body>\n<header>"
                + escaped(organization) + "</header>\n<main>" + body + "</main></body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
