package io.tocsin.site;

import io.tocsin.platform.Phrase;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What the site does not do, and what the reader can do instead: a page that costs nothing to write. */
enum Refusal {
    TOO_MANY(
            429,
            Phrase.of("Please wait a moment", "少しお待ちください"),
            Phrase.of(
                    "Many people are reading this page right now. Nothing is wrong with your device. Please try again in a"
                            + " minute.",
                    "ただいまアクセスが集中しています。お使いの端末の不具合ではありません。1分ほどたってから、もう一度お試しください。")),
    NOT_OURS(
            403,
            Phrase.of("This form was not sent from our page", "フォームを受け付けられませんでした"),
            Phrase.of("Please open the page again and use the form there.", "ページを開き直し、そこのフォームをご利用ください。")),
    TOO_LARGE(
            413,
            Phrase.of("The file is too large", "ファイルが大きすぎます"),
            Phrase.of("Please send at most 5 MB: a smaller picture is enough.", "5MB以内の画像またはPDFをお送りください。小さな画像で十分です。"));

    private static final Phrase AGAIN = Phrase.of("Open the page again", "ページを開き直す");

    private final int status;
    private final Phrase title;
    private final Phrase words;

    Refusal(int status, Phrase title, Phrase words) {
        this.status = status;
        this.title = title;
        this.words = words;
    }

    /**
     * @param path {@code /notices/<center>/<language>/…}: it names the reader's language, and where to go on
     * @param seconds until it is worth trying again; 0 where waiting does not help
     */
    Response answer(String path, int seconds) {
        String[] parts = path.split("/");
        boolean japanese = parts.length > 3 && parts[3].startsWith("ja");
        String language = japanese ? "ja" : "en";
        Response.ResponseBuilder answer = Response.status(status)
                .type(SitePages.HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Language", language)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'self'")
                .entity("<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><meta"
                        + " name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>"
                        + title.in(language) + "</title><link rel=\"stylesheet\" href=\"/site-assets/site.css?v="
                        + Assets.version() + "\"></head><body><main><h1>" + title.in(language) + "</h1><p>"
                        + words.in(language) + "</p>" + again(path, language) + "</main></body></html>");
        return seconds == 0
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, seconds).build();
    }

    /** Only where the path is one of ours: it comes from the reader. */
    private static String again(String path, String language) {
        return path.matches("/notices/[0-9a-f-]{36}/[A-Za-z-]{2,12}(/[a-z-]{2,12}){0,2}")
                ? "<p><a href=\"" + path.replaceAll("/(rating|stream)$", "") + "\">" + AGAIN.in(language) + "</a></p>"
                : "";
    }
}
