package io.tocsin.closure;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is left of a center, looked up on both sides: our ledger against the vendors' lists, and the vendors' lists
 * against our ledger.
 *
 * @param resourcesRemoved how many resources existed and are gone
 * @param numbers where each of its numbers is now; none is in use by the center any more
 * @param leftInLedger what our ledger still counts as existing
 * @param leftAtVendors what the vendors still list under the center's name
 * @param inventoryTrouble where the number inventory and the carrier's list disagree about the center's numbers
 * @param voiceMessages how many messages of callers the carrier keeps until the retention is over; deleted then
 * @param evidence SHA-256 of the evidence that was exported
 */
public record Certificate(
        UUID center,
        String organization,
        Mode mode,
        Instant at,
        long resourcesRemoved,
        List<NumberLeft> numbers,
        List<String> leftInLedger,
        List<Leftover> leftAtVendors,
        List<String> inventoryTrouble,
        int voiceMessages,
        List<String> evidence,
        Phrase verdict) {
    /** @param state {@code QUARANTINED}: still answered until the date; {@code AVAILABLE}: back in stock */
    public record NumberLeft(String number, String state, Instant quarantinedUntil) {}

    public record Leftover(String kind, String label, String vendorId) {}

    public boolean isClean() {
        return leftInLedger.isEmpty() && leftAtVendors.isEmpty() && inventoryTrouble.isEmpty();
    }
}
