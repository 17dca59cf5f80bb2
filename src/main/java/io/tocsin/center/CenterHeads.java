package io.tocsin.center;

import io.tocsin.console.CenterTitles;
import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The head above the pages of a center. */
@ApplicationScoped
class CenterHeads implements CenterTitles {
    private final Centers centers;

    CenterHeads(Centers centers) {
        this.centers = centers;
    }

    @Override
    public Optional<CenterTitle> of(UUID centerId) {
        return centers.findByIdOptional(centerId)
                .map(c -> new CenterTitle(
                        c.id(),
                        c.name(),
                        c.organization(),
                        c.phase().words(),
                        c.phase().tone(),
                        c.mode() == Mode.DRILL));
    }
}
