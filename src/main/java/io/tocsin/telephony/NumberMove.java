package io.tocsin.telephony;

import java.time.Instant;
import java.util.UUID;

/** What can happen to a number of the inventory. */
sealed interface NumberMove {
    record Lease(String label, UUID centerId) implements NumberMove {}

    record Bought(String e164, String vendorSid) implements NumberMove {}

    record GiveBack(Instant quarantineUntil) implements NumberMove {}

    record EndQuarantine() implements NumberMove {}

    record DecideRelease(String by, String reason) implements NumberMove {}

    record Released() implements NumberMove {}

    record Vanished() implements NumberMove {}
}
