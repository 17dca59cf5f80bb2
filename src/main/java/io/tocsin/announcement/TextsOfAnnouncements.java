package io.tocsin.announcement;

import io.tocsin.audience.PersonalLinks;
import io.tocsin.center.CenterTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the texts of announcements at hand while their messages go out; a new number of the center shows soon. */
@ApplicationScoped
class TextsOfAnnouncements {
    private static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST = 50;

    private final CenterTexts centers;
    private final PersonalLinks links;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    TextsOfAnnouncements(CenterTexts centers, PersonalLinks links) {
        this.centers = centers;
        this.links = links;
    }

    private record Key(UUID centerId, String notice, int factsVersion) {}

    private record Kept(MessageTexts texts, long at) {}

    MessageTexts of(UUID centerId, String notice, int factsVersion) {
        Key key = new Key(centerId, notice, factsVersion);
        Kept known = kept.get(key);
        if (known != null && System.nanoTime() - known.at() < FRESH_NANOS) {
            return known.texts();
        }
        MessageTexts texts = new MessageTexts(centers.of(centerId, factsVersion), notice, links);
        if (kept.size() > MOST) {
            kept.clear();
        }
        kept.put(key, new Kept(texts, System.nanoTime()));
        return texts;
    }
}
