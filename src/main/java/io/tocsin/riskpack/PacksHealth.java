package io.tocsin.riskpack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether centers can be declared. A refused pack is told, but the others serve on. */
@Readiness
@ApplicationScoped
class PacksHealth implements HealthCheck {
    private final RiskPacks packs;

    PacksHealth(RiskPacks packs) {
        this.packs = packs;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("risk-packs")
                .withData("inUse", packs.current().stream().map(RiskPack::id).collect(Collectors.joining(", ")));
        if (!packs.refused().isEmpty()) {
            answer.withData(
                            "refused",
                            packs.refused().stream().map(RefusedPack::packId).collect(Collectors.joining(", ")))
                    .withData("whatToDo", "Degraded. GET /api/packs/refused names file, line and reason.");
        }
        if (packs.current().isEmpty()) {
            return answer.down()
                    .withData("missing", "No risk pack is in use; check tocsin.packs.dir.")
                    .build();
        }
        return answer.up().build();
    }
}
