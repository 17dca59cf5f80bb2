package io.tocsin.stack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's session in the console without a browser: a cookie, won by logging in at Keycloak's form. */
public final class ConsoleSession {
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final HttpClient http;
    private final Stack stack;
    private final String baseUrl;

    private ConsoleSession(Stack stack) {
        this.stack = stack;
        this.baseUrl = stack.plan().appUrl();
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL) {
            @Override
            public void put(URI from, Map<String, List<String>> headers) throws IOException {
                super.put(from, headers);
                // browsers trust this machine's own address without encryption, too
                getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            }
        };
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    public record Answer(int status, String location, String body) {}

    /** Nobody: every page leads to the log-in. */
    public static ConsoleSession stranger() {
        return new ConsoleSession(TestStack.get());
    }

    public static ConsoleSession of(String email) {
        return of(TestStack.get(), email);
    }

    /** On a stack that is not the tests'. */
    public static ConsoleSession of(Stack stack, String email) {
        ConsoleSession session = new ConsoleSession(stack);
        Answer form = session.follow("GET", URI.create(session.baseUrl + "/console"), null);
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("Keycloak shows no log-in form: " + form);
        }
        Answer in = session.follow(
                "POST",
                URI.create(action.group(1).replace("&amp;", "&")),
                "username=" + encoded(email) + "&password="
                        + encoded(session.stack.people().password(email)));
        if (in.status() != 200 || FORM.matcher(in.body()).find() || in.body().contains("id=\"kc-page-title\"")) {
            throw new IllegalStateException(
                    "no log-in for " + email + ", Keycloak asks for something more or refuses: " + in);
        }
        return session;
    }

    public Answer get(String path) {
        return send("GET", URI.create(baseUrl + path), null);
    }

    /** As a form of one of our own pages is sent. */
    public Answer post(String path, String form) {
        return send("POST", URI.create(baseUrl + path), form, "Sec-Fetch-Site", "same-origin");
    }

    /** As a form that stands on somebody else's page is sent. */
    public Answer postFromElsewhere(String path, String form) {
        return send("POST", URI.create(baseUrl + path), form, "Sec-Fetch-Site", "cross-site");
    }

    private Answer follow(String method, URI uri, String form) {
        Answer answer = send(method, uri, form);
        URI at = uri;
        for (int i = 0; i < 10 && answer.location() != null; i++) {
            at = at.resolve(answer.location());
            answer = send("GET", at, null);
        }
        return answer;
    }

    private Answer send(String method, URI uri, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        form == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<java.io.InputStream> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                // a stream of events never ends, and is not read
                boolean endless = response.statusCode() < 400
                        && response.headers()
                                .firstValue("content-type")
                                .orElse("")
                                .startsWith("text/event-stream");
                return new Answer(
                        response.statusCode(),
                        response.headers().firstValue("location").orElse(null),
                        endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + uri + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
