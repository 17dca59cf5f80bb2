package io.tocsin.campaign;

import io.tocsin.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps others' pages from sending our forms and anybody from trying codes at speed. A code has 60 random bits; with the
 * limit of one process, finding any one of a million takes centuries.
 */
@ApplicationScoped
class PageGuard {
    private static final int MOST_CODES = 20_000;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    private final CampaignConfig config;
    private final Clock clock;
    private final String origin;
    private final Window all = new Window();
    private final Map<String, Window> byCode = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_CODES;
        }
    };

    private static final class Window {
        private long number;
        private int count;

        boolean admits(long now, long length, int most) {
            if (now / length != number) {
                number = now / length;
                count = 0;
            }
            return ++count <= most;
        }
    }

    PageGuard(
            CampaignConfig config,
            Clock clock,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl publicBaseUrl) {
        this.config = config;
        this.clock = clock;
        this.origin = publicBaseUrl.origin();
    }

    synchronized boolean admits(String code) {
        long now = clock.millis();
        return all.admits(now, SECOND, config.pagesPerSecond())
                && byCode.computeIfAbsent(code, c -> new Window()).admits(now, MINUTE, config.pagesPerCode());
    }

    /** Whether a form came from our own page; a program that sends neither header is not a browser under attack. */
    boolean isOurs(String fetchSite, String from) {
        if (fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
            return false;
        }
        return from == null || from.equals(origin);
    }
}
