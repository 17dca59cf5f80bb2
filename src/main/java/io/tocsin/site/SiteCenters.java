package io.tocsin.site;

import io.tocsin.center.Phase;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.riskpack.PhoneWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The centers whose site is up: from ready to draining. Remembered for a moment, so that a rush asks the database little. */
@ApplicationScoped
class SiteCenters {
    private static final Set<Phase> UP = EnumSet.of(Phase.READY, Phase.OPEN, Phase.DRAINING);
    private static final int MOST = 1_000;

    private final Sql sql;
    private final LiveScripts voices;
    private final SiteConfig config;
    private final Clock clock;
    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > MOST;
        }
    };

    SiteCenters(Sql sql, LiveScripts voices, SiteConfig config, Clock clock) {
        this.sql = sql;
        this.voices = voices;
        this.config = config;
        this.clock = clock;
    }

    private record Known(Optional<SiteCenter> center, Instant until) {}

    /** Empty where there is no such center, its site is not up, or it does not speak the language. */
    Optional<SiteCenter> find(UUID id, String language) {
        return up(id).filter(c -> c.languages().contains(language));
    }

    private Optional<SiteCenter> up(UUID id) {
        Instant now = clock.instant();
        synchronized (known) {
            Known there = known.get(id);
            if (there != null && now.isBefore(there.until())) {
                return there.center();
            }
        }
        Optional<SiteCenter> center = read(id);
        synchronized (known) {
            known.put(id, new Known(center, now.plus(config.centerFor())));
        }
        return center;
    }

    private Optional<SiteCenter> read(UUID id) {
        return sql
                .list(
                        "select organization, languages, mode, country, phase from incident_center where id = ?",
                        row -> {
                            Phase phase = Phase.valueOf(row.getString("phase"));
                            String country = row.getString("country");
                            return UP.contains(phase)
                                    ? new SiteCenter(
                                            id,
                                            row.getString("organization"),
                                            voices.voice(id)
                                                    .map(v -> PhoneWords.written(v.number(), country))
                                                    .orElse(""),
                                            Sql.strings(row, "languages"),
                                            Mode.valueOf(row.getString("mode")),
                                            country,
                                            phase == Phase.OPEN)
                                    : null;
                        },
                        id)
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}
