package io.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import io.tocsin.ivr.VoicePaths;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.stack.Browser;
import io.tocsin.stack.OpenForInquiries;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What really goes over the wire to somebody who takes compressed answers, as every browser and the carrier do. */
@TocsinTest
class OverTheWireTest {
    private static final int MOST_BYTES = 150 * 1024;
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/(?:site|shell)-assets/[^\"]+)\"");

    private final String base = TestStack.get().plan().appUrl();
    private final UUID center = OpenForInquiries.center().id();
    private final String site = "/notices/" + center + "/en";
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pagesStylesAndScriptsAreCompressedForWhoTakesIt() throws Exception {
        for (String path : new String[] {
            site, site + "/faq", site + "/faq?q=refund", "/shell-assets/console.css", "/shell-assets/htmx.js"
        }) {
            HttpResponse<byte[]> small = get(path, "Accept-Encoding", "gzip, deflate, br");
            HttpResponse<byte[]> plain = get(path);

            assertThat(header(small, "Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(header(plain, "Content-Encoding")).as(path).isNotEqualTo("gzip");
            assertThat(small.body().length).as(path).isLessThan(plain.body().length);
            assertThat(new String(unzipped(small.body()), StandardCharsets.UTF_8))
                    .as(path)
                    .isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aPageOfTheConsoleIsCompressedToo() {
        try (Browser browser = Browser.open("en")) {
            Response page = browser.logIn("crisis-manager").page().navigate("/console/centers");
            assertThat(page.headerValue("content-encoding")).isEqualTo("gzip");
            assertThat(page.text()).contains("</html>");
        }
    }

    @Test
    void whatIsTheSameForEverybodyIsToldApartByItsContentAndNotSentTwice() throws Exception {
        for (String path : new String[] {
            site, site + "/faq", site + "/contact", "/shell-assets/console.css", "/shell-assets/desk.js"
        }) {
            HttpResponse<byte[]> first = get(path, "Accept-Encoding", "gzip");
            String tag = header(first, "ETag");
            assertThat(tag).as("strong validator of " + path).startsWith("\"");
            assertThat(header(first, "Vary")).as(path).containsIgnoringCase("Accept-Encoding");
            assertThat(header(get(path), "ETag"))
                    .as("other bytes of " + path)
                    .isNotEqualTo(tag)
                    .startsWith("\"");

            HttpResponse<byte[]> again = get(path, "Accept-Encoding", "gzip", "If-None-Match", tag);

            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void aFileIsKeptForEverOnlyUnderTheNameOfItsPresentState() throws Exception {
        String page = new String(get("/signed-out.html").body(), StandardCharsets.UTF_8);
        assertThat(page).contains("/shell-assets/console.css");
        String present = Assets.version();
        assertThat(header(get("/shell-assets/console.css?v=" + present), "Cache-Control"))
                .contains("immutable");
        assertThat(header(get("/shell-assets/console.css?v=older"), "Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(header(get("/shell-assets/console.css"), "Cache-Control")).isEqualTo("no-cache");
        assertThat(get("/shell-assets/nothing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void thePagesOfTheSiteWithAllThatTheyLoadAreLight() throws Exception {
        for (String page : new String[] {"", "/faq", "/check", "/contact", "/prove", "/chat"}) {
            HttpResponse<byte[]> answer = get(site + page, "Accept-Encoding", "gzip");
            int bytes = answer.body().length;
            String html = new String(
                    header(answer, "Content-Encoding").equals("gzip") ? unzipped(answer.body()) : answer.body(),
                    StandardCharsets.UTF_8);
            assertThat(html)
                    .as(page + " loads nothing from elsewhere")
                    .doesNotContainPattern("<(link|script|img|iframe)[^>]+(src|href)=\"(https?:)?//");
            Matcher loaded = LOADED.matcher(html);
            while (loaded.find()) {
                bytes += get(loaded.group(1), "Accept-Encoding", "gzip").body().length;
            }
            assertThat(bytes).as("bytes of " + page).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void theCarrierGetsItsMarkupAsItIs() throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("CallSid", "CA" + UUID.randomUUID().toString().replace("-", ""));
        form.put("From", "+819012345678");
        form.put("To", OpenForInquiries.center().number());
        form.put("CallStatus", "in-progress");
        String path = VoicePaths.entry(center);
        String token = TestStack.get().settings().get("tocsin.twilio.drill.auth-token");
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Encoding", "gzip, deflate")
                .header(CarrierSignature.HEADER, CarrierSignature.sign(token, base + path, form.entrySet()))
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Encoding")).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("<Response>");
    }

    @Test
    void eventsComeAtOnceAndAsTheyAre() throws Exception {
        HttpResponse<byte[]> begun = send(HttpRequest.newBuilder(URI.create(base + site + "/chat"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("do=begin")));
        String cookie = header(begun, "Set-Cookie").replaceAll(";.*", "");
        HttpResponse<InputStream> stream = http.send(
                HttpRequest.newBuilder(URI.create(base + site + "/chat/stream"))
                        .header("Accept-Encoding", "gzip")
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());

        assertThat(stream.headers().firstValue("Content-Encoding").orElse("")).isNotEqualTo("gzip");
        send(HttpRequest.newBuilder(URI.create(base + site + "/chat"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString("do=say&text=hello")));
        try (InputStream in = stream.body()) {
            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> some(in));
            assertThat(first.get(5, TimeUnit.SECONDS)).contains("event:").contains("data:");
        }
    }

    private static String some(InputStream in) {
        try {
            byte[] bytes = new byte[4096];
            return new String(bytes, 0, Math.max(0, in.read(bytes)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] unzipped(byte[] content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        }
    }
}
