package io.tocsin.ivr;

import io.tocsin.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids like {@link Ids}, cheaper: random once per process, counted after that. Time-ordered and unique. */
final class StepIds {
    private final long process;
    private final AtomicLong count = new AtomicLong();

    StepIds(Instant now) {
        this.process = Ids.next(now).getLeastSignificantBits();
    }

    UUID next(Instant now) {
        long number = count.getAndIncrement();
        long high = (now.toEpochMilli() << 16) | 0x7000L | (number & 0xFFFL);
        // The upper bits tell processes apart, the lower 28 tell steps apart that share a millisecond.
        long low = process ^ ((number >>> 12) & 0xFFFFFFFL);
        return new UUID(high, low);
    }
}
