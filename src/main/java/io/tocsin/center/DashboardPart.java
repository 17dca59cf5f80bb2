package io.tocsin.center;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import java.util.UUID;

/** What a room above adds to the overview of a center: a card that is made anew every few seconds. A bean. */
public interface DashboardPart {
    /** Small ones first. */
    int order();

    /** Empty where there is nothing to tell. Called outside of a request: who asks is not known. */
    Optional<TemplateInstance> of(UUID centerId);
}
