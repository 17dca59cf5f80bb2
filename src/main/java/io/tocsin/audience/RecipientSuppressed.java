package io.tocsin.audience;

import java.util.List;
import java.util.UUID;

/**
 * Fired in the transaction that keeps the opt-out.
 *
 * @param recipientIds those whom it concerns, in all audiences of the center; may be empty
 */
public record RecipientSuppressed(UUID centerId, List<UUID> recipientIds) {
    public RecipientSuppressed {
        recipientIds = List.copyOf(recipientIds);
    }
}
