package io.tocsin.telephony;

import io.tocsin.platform.Mode;
import io.tocsin.riskpack.NumberType;
import java.time.Instant;
import java.util.UUID;

/**
 * A number that we hold. What does not apply is null.
 *
 * @param leasedByLabel label of the resource that has it
 * @param release who decided to give it up, why and when
 */
public record InventoryNumber(
        UUID id,
        Mode mode,
        String country,
        NumberType type,
        String e164,
        String vendorSid,
        NumberState state,
        String leasedByLabel,
        UUID centerId,
        Instant quarantinedUntil,
        Instant requestedAt,
        Instant boughtAt,
        Release release,
        int version) {
    public record Release(String by, String reason, Instant at) {}

    InventoryNumber leased(NumberState to, String label, UUID center) {
        return new InventoryNumber(
                id,
                mode,
                country,
                type,
                e164,
                vendorSid,
                to,
                label,
                center,
                null,
                requestedAt,
                boughtAt,
                release,
                version);
    }

    InventoryNumber free(NumberState to, Instant until, Release decided) {
        return new InventoryNumber(
                id,
                mode,
                country,
                type,
                e164,
                vendorSid,
                to,
                null,
                centerId,
                until,
                requestedAt,
                boughtAt,
                decided,
                version);
    }

    InventoryNumber bought(String number, String sid, Instant at) {
        return new InventoryNumber(
                id,
                mode,
                country,
                type,
                number,
                sid,
                NumberState.IN_USE,
                leasedByLabel,
                centerId,
                null,
                requestedAt,
                at,
                release,
                version);
    }
}
