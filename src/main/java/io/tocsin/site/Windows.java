package io.tocsin.site;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts per address and stretch of time; remembers only so many addresses, the latest. */
final class Windows {
    private static final int MOST = 20_000;

    private final long millis;
    private final int most;
    private final Map<String, long[]> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, long[]> eldest) {
            return size() > MOST;
        }
    };

    /** @param most per address in so many milliseconds */
    Windows(long millis, int most) {
        this.millis = millis;
        this.most = most;
    }

    synchronized boolean admits(String address, long now) {
        long[] window = counts.computeIfAbsent(address, a -> new long[2]);
        if (window[0] != now / millis) {
            window[0] = now / millis;
            window[1] = 0;
        }
        return ++window[1] <= most;
    }
}
