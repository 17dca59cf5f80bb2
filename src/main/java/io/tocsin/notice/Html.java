package io.tocsin.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Between plain words and HTML. */
final class Html {
    private Html() {}

    /** Facts come from people and vendors: in HTML they are text, never markup. */
    static Map<String, Object> escaped(Map<String, ?> words) {
        Map<String, Object> safe = new HashMap<>();
        words.forEach((name, value) -> safe.put(name, escaped(value)));
        return safe;
    }

    private static Object escaped(Object value) {
        return switch (value) {
            case String text -> escape(text);
            case List<?> list -> list.stream().map(Html::escaped).toList();
            case null -> "";
            default -> value;
        };
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The words that a reader of the page sees. Each tag ends a line, so that nothing runs together that stands apart. */
    static String text(String html) {
        return unescape(html.replaceAll("<[^>]*>", "\n"));
    }

    static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
