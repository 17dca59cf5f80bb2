package io.tocsin.notice;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A notice as the linter reads it: markup taken out, spaces and widths made equal, so that a line break or a full-width
 * digit does not hide a fact.
 */
record ReadableNotice(RenderedNotice notice, String heading, String text, String source) {

    static ReadableNotice of(RenderedNotice notice) {
        boolean web = notice.channel() == Channel.WEB;
        String body = web ? Html.text(notice.body()) : notice.body();
        return new ReadableNotice(
                notice,
                plain(notice.subject()),
                plain(body),
                plain(web ? Html.unescape(notice.body()) : notice.body()));
    }

    /** Whether words stand in heading, text, or (an address of a picture) in the page's source. */
    boolean holds(String words) {
        String wanted = plain(words);
        return everything().contains(wanted) || source.contains(wanted);
    }

    String everything() {
        return heading + " " + text;
    }

    /** Japanese has no spaces between words, so none may matter there; elsewhere runs of them are one. */
    static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.replaceAll("\\s+", " ").strip();
    }
}
