package io.tocsin.inquiry.mail;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an e-mail that has no plain text: nothing is drawn, nothing is loaded. */
final class HtmlText {
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<!--.*?-->|<(script|style|head|title|template|svg)\\b.*?(?:</\\1\\s*>|$)");
    /** What Gmail, Apple, Yahoo, Outlook and Thunderbird put around the message that is answered. */
    private static final Pattern HISTORY = Pattern.compile(
            "(?is)<(?:blockquote\\b[^>]*|div\\b[^>]*(?:class=[\"'][^\"']*(?:gmail_quote|yahoo_quoted|moz-cite-prefix)"
                    + "|id=[\"']?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)))[^>]*>.*");

    private static final Pattern BREAK =
            Pattern.compile("(?i)<(?:br|/p|/div|/li|/tr|/h[1-6]|/table|/blockquote|hr)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[a-zA-Z/!?][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "yen", "¥", "hellip", "…");

    private HtmlText() {}

    static String of(String html) {
        String seen = HISTORY.matcher(UNSEEN.matcher(html).replaceAll(" ")).replaceAll("");
        String plain = TAG.matcher(BREAK.matcher(seen.replaceAll("\\s+", " ")).replaceAll("\n"))
                .replaceAll("");
        return ENTITY.matcher(plain)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity)))
                .replaceAll("[ \\t\\u00a0]*\n[ \\t\\u00a0]*", "\n")
                .strip();
    }

    private static String character(java.util.regex.MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : " ";
    }
}
