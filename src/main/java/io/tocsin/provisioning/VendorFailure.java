package io.tocsin.provisioning;

import io.tocsin.platform.Phrase;
import java.time.Duration;

/** How work outside can fail; what the engine does next depends on nothing else. */
public abstract sealed class VendorFailure extends RuntimeException {
    private final transient Phrase reason;

    private VendorFailure(Phrase reason, Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    /** What happened, for a person. */
    public Phrase reason() {
        return reason;
    }

    /** The vendor asks us to go slower. Nothing was done. */
    public static final class Throttled extends VendorFailure {
        private final transient Duration retryAfter;

        public Throttled(Phrase reason, Duration retryAfter) {
            super(reason, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** It certainly did not happen and may work later: connection refused, 503. */
    public static final class Passing extends VendorFailure {
        public Passing(Phrase reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** It may or may not have happened: a time-out, a connection cut after sending, a 500 to a create. */
    public static final class Unknown extends VendorFailure {
        public Unknown(Phrase reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** It will not work until a person does something: no stock, bundle missing, bad credentials. */
    public static final class NeedsPerson extends VendorFailure {
        private final transient Phrase whatToDo;

        public NeedsPerson(Phrase reason, Phrase whatToDo) {
            super(reason, null);
            this.whatToDo = whatToDo;
        }

        public Phrase whatToDo() {
            return whatToDo;
        }
    }
}
