package io.tocsin.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The console as one person sees it, in the system's Chromium: logs in through the real Keycloak, keeps pictures of
 * pages under {@code target/screenshots}, and holds every page it is shown to the bars for access and size. Several may
 * be open at once; all are used from the test's own thread.
 */
public final class Browser implements AutoCloseable {
    /** Most that a page loads the first time, nothing cached, over the wire. */
    private static final long MOST_BYTES = 150 * 1024;

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> CHROMIUMS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final double PATIENCE_MS = 20_000;

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final BrowserContext context;
    private final Page page;
    private final String language;
    private final List<Request> requests = new ArrayList<>();

    private Browser(String language, BrowserContext context) {
        this.language = language;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onRequestFinished(requests::add);
    }

    /** @param language what the browser asks for: {@code en} or {@code ja} */
    public static Browser open(String language) {
        return open(language, 1280, 900, ColorScheme.LIGHT);
    }

    public static Browser open(String language, int width, int height, ColorScheme light) {
        return new Browser(language, chromium().newContext(options(language, width, height, light)));
    }

    /** A browser that runs no scripts: as a reader in a strict company has one, or in a rush when a script is lost. */
    public static Browser withoutScripts(String language) {
        return new Browser(
                language,
                chromium()
                        .newContext(
                                options(language, 390, 844, ColorScheme.LIGHT).setJavaScriptEnabled(false)));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(
            String language, int width, int height, ColorScheme light) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language.equals("ja") ? "ja-JP" : "en-US")
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(width, height)
                .setColorScheme(light)
                .setExtraHTTPHeaders(
                        Map.of(TestStack.ADDRESS_HEADER, UUID.randomUUID().toString()))
                .setBaseURL(TestStack.get().plan().appUrl());
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Path binary = CHROMIUMS.stream()
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "the browser tests need Chromium: apt-get install chromium fonts-noto-cjk"));
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(binary)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
            // Playwright belongs to the thread that made it, so it cannot be closed from a shutdown hook; its process
            // ends with ours.
        }
        return chromium;
    }

    /** Through Keycloak's own form, as the ready-made person with this role. */
    public Browser logIn(String role) {
        return logInAs(role + "@drill.example");
    }

    public Browser logInAs(String email) {
        page.navigate("/console");
        page.fill("#username", email);
        page.fill("#password", TestStack.get().people().password(email));
        page.click("#kc-login");
        page.waitForURL(url ->
                url.startsWith(TestStack.get().plan().appUrl() + "/console") && !url.contains("/console/logged-in"));
        return this;
    }

    public Page page() {
        return page;
    }

    public Browser go(String path) {
        requests.clear();
        page.navigate(path);
        return this;
    }

    /**
     * Looks at the page as it is now: keeps a picture, and fails where it has serious findings of axe-core, loads from
     * another host, speaks another language than asked for, or is too large.
     */
    public Browser look(String name) {
        shoot(name);
        assertThat(page.locator("html").getAttribute("lang"))
                .as("language of page '%s' (%s)", name, page.url())
                .isEqualTo(language);
        Axe.check(page, name);
        checkLoad(name);
        return this;
    }

    /** Only the picture. */
    public Browser shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + language + ".png"))
                .setFullPage(true));
        return this;
    }

    private void checkLoad(String name) {
        String host = URI.create(TestStack.get().plan().appUrl()).getAuthority();
        long bytes = 0;
        for (Request request : List.copyOf(requests)) {
            if (request.url().startsWith("data:")) {
                continue;
            }
            assertThat(URI.create(request.url()).getAuthority())
                    .as("host that page '%s' loads %s from", name, request.url())
                    .isEqualTo(host);
            bytes += request.sizes().responseBodySize + request.sizes().responseHeadersSize;
        }
        assertThat(bytes).as("bytes that page '%s' loads", name).isLessThan(MOST_BYTES);
    }

    @Override
    public void close() {
        context.close();
    }
}
