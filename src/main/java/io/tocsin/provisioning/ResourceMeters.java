package io.tocsin.provisioning;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import io.tocsin.platform.Sampler;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many resources stand where, over all centers; every reconciling process tells the same. */
@ApplicationScoped
class ResourceMeters {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Sql sql;
    private final Roles roles;
    private final Sampler sampler;
    private final MeterRegistry meters;
    private final Map<ResourceState, AtomicLong> counts = new EnumMap<>(ResourceState.class);

    private record Count(ResourceState state, long resources) {}

    ResourceMeters(Sql sql, Roles roles, Sampler sampler, MeterRegistry meters) {
        this.sql = sql;
        this.roles = roles;
        this.sampler = sampler;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        if (!roles.has("reconciler")) {
            return;
        }
        for (ResourceState state : ResourceState.values()) {
            if (state != ResourceState.REMOVED) {
                counts.put(
                        state,
                        meters.gauge(
                                "tocsin.resources",
                                List.of(io.micrometer.core.instrument.Tag.of("state", state.name())),
                                new AtomicLong()));
            }
        }
        sampler.every(EVERY, this::sample);
    }

    private void sample() {
        List<Count> now = sql.list(
                "select state, count(*) from resource where state <> 'REMOVED' group by state",
                row -> new Count(ResourceState.valueOf(row.getString(1)), row.getLong(2)));
        counts.forEach((state, count) -> count.set(now.stream()
                .filter(c -> c.state() == state)
                .mapToLong(Count::resources)
                .sum()));
    }
}
