package io.tocsin.notice;

import io.tocsin.platform.Mode;
import java.util.stream.Collectors;

/** The page around a web notice: the organization's own name and number, readable on any phone. */
final class NoticePage {
    private static final String STYLE = """
            body{margin:0;font:1.05rem/1.65 system-ui,sans-serif;color:#1a1a1a;background:#fff}
            header,main,footer{max-width:44rem;margin:0 auto;padding:1rem}
            header{font-weight:700;border-bottom:3px solid #b3261e}
            h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.2rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid #ccc}
            th{width:30%;background:#f5f5f5}img{max-width:100%;height:auto}a{color:#0b57d0}
            .drill{background:#ffd54d;padding:.6rem 1rem;text-align:center;font-weight:700}
            nav{font-weight:400;margin-top:.4rem}nav a{margin-right:1rem}
            footer{border-top:1px solid #ccc;margin-top:2rem}.number{font-size:1.3rem;font-weight:700}""";

    private NoticePage() {}

    static String html(PublishedNotice n) {
        boolean open = n.withdrawnAt().isEmpty();
        String language = n.notice().language();
        String title = Html.escape(n.notice().subject());
        String body = open ? "<h1>" + title + "</h1>\n" + n.notice().body() : paragraphs(n.closing());
        return page(
                language,
                open ? title : Html.escape(n.organization()),
                (n.mode() == Mode.DRILL ? "<div class=\"drill\">" + drill(language) + "</div>\n" : "")
                        + "<header>" + Html.escape(n.organization()) + (open ? links(n) : "") + "</header>\n<main>\n"
                        + body
                        + "\n</main>\n"
                        + (open ? footer(n) : ""));
    }

    /** To the pages of the center's site; they are there for as long as the notice is. */
    private static String links(PublishedNotice n) {
        boolean japanese = n.notice().language().equals("ja");
        String path = "/notices/" + n.centerId() + "/" + Html.escape(n.notice().language()) + "/";
        return "<nav>" + link(path + "faq", japanese ? "よくあるご質問" : "Questions and answers")
                + link(path + "check", japanese ? "対象かどうかを確認" : "Am I affected?")
                + link(path + "contact", japanese ? "お問い合わせ" : "Contact us")
                + link(path + "chat", japanese ? "チャット" : "Chat") + "</nav>";
    }

    private static String link(String path, String words) {
        return "<a href=\"" + path + "\">" + words + "</a> ";
    }

    /** No center, or none in this language: said in both, since the reader's is not known. */
    static String nothing() {
        return page(
                "en",
                "Not found",
                "<main><h1>Not found <span lang=\"ja\">見つかりません</span></h1>"
                        + "<p>There is no notice at this address. Check it for typing errors, or use the link in the"
                        + " message that you got.</p><p lang=\"ja\">このアドレスにお知らせはありません。入力の誤りがないかご確認いただくか、"
                        + "届いたメッセージのリンクからお開きください。</p></main>");
    }

    private static String footer(PublishedNotice n) {
        return "<footer>" + Html.escape(n.organization()) + "<br><span class=\"number\">"
                + Html.escape(n.centerNumber()) + "</span></footer>\n";
    }

    private static String drill(String language) {
        return language.equals("ja")
                ? "これは訓練です。記載の内容は実際の出来事ではありません。"
                : "This is a drill. Nothing described here has happened.";
    }

    private static String paragraphs(String text) {
        return text.lines()
                .filter(l -> !l.isBlank())
                .map(l -> "<p>" + Html.escape(l) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String page(String language, String title, String body) {
        return "<!doctype html>\n<html lang=\"" + Html.escape(language) + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + title
                + "</title><style>" + STYLE + "</style></head><body>\n" + body + "</body></html>\n";
    }
}
