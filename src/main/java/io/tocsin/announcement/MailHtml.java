package io.tocsin.announcement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notice's plain words as a plain page: paragraphs, headings in capitals, addresses as links. */
final class MailHtml {
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"）)]+[^\\s<>\"）).,;。、]");

    private MailHtml() {}

    static String of(Message message, String unsubscribe) {
        StringBuilder html = new StringBuilder(message.body().length() * 2);
        html.append("<!doctype html><html lang=\"")
                .append(message.language())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(message.subject()))
                .append("</title></head><body style=\"font-family:sans-serif;max-width:40em\">");
        for (String paragraph : message.body().split("\\n\\s*\\n")) {
            html.append("<p>")
                    .append(linked(escaped(paragraph.strip())).replace("\n", "<br>"))
                    .append("</p>");
        }
        boolean japanese = message.language().startsWith("ja");
        html.append("<p style=\"font-size:smaller\"><a href=\"")
                .append(escaped(unsubscribe))
                .append("\">")
                .append(japanese ? "配信を停止する" : "Unsubscribe")
                .append("</a></p></body></html>");
        return html.toString();
    }

    private static String linked(String escaped) {
        return URL.matcher(escaped)
                .replaceAll(url -> Matcher.quoteReplacement("<a href=\"" + url.group() + "\">" + url.group() + "</a>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
