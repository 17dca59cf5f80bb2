package io.tocsin.telephony;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.platform.Mode;

/** {@code tocsin.carrier.calls}: REST calls to an account, by how they ended. */
final class CarrierMeters {
    private final Counter ok;
    private final Counter refused;
    private final Counter throttled;
    private final Counter failed;
    private final Counter unreachable;
    private final Counter unknown;

    CarrierMeters(Mode mode, MeterRegistry meters) {
        this.ok = counter(meters, mode, "ok");
        this.refused = counter(meters, mode, "refused");
        this.throttled = counter(meters, mode, "throttled");
        this.failed = counter(meters, mode, "failed");
        this.unreachable = counter(meters, mode, "unreachable");
        this.unknown = counter(meters, mode, "no-answer");
    }

    private static Counter counter(MeterRegistry meters, Mode mode, String result) {
        return meters.counter("tocsin.carrier.calls", "mode", mode.name(), "result", result);
    }

    void answered(int status) {
        if (status == 429) {
            throttled.increment();
        } else if (status >= 500) {
            failed.increment();
        } else if (status >= 400) {
            refused.increment();
        } else {
            ok.increment();
        }
    }

    void unreachable() {
        unreachable.increment();
    }

    void unknown() {
        unknown.increment();
    }
}
