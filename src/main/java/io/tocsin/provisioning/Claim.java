package io.tocsin.provisioning;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The right to work on one resource until the lease ends.
 *
 * @param version fence: an outcome counts only while the ledger still shows this version
 * @param wanted whether the work is to make it or to remove it
 * @param firstAttempt whether nobody can have made it before
 * @param specHash the spec that is worked on
 * @param attempts how often it was tried without success, this time included
 * @param dueAt since when it may be worked on; within a plan, a step later for each later resource
 * @param awaited whether others can only be made after it: it goes first, and its outcome is written down at once
 */
record Claim(
        UUID id,
        Work work,
        String kind,
        long version,
        boolean wanted,
        boolean firstAttempt,
        String specHash,
        int attempts,
        Instant leaseUntil,
        Instant dueAt,
        boolean awaited) {
    /** @param dependencies by resource name, ready-made */
    Claim with(Map<String, Made> dependencies) {
        return new Claim(
                id,
                new Work(work.key(), work.mode(), work.spec(), dependencies, work.current()),
                kind,
                version,
                wanted,
                firstAttempt,
                specHash,
                attempts,
                leaseUntil,
                dueAt,
                awaited);
    }
}
