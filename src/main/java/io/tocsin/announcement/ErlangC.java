package io.tocsin.announcement;

/**
 * How many calls a number of seats can answer. Calls arrive at random, wait in one queue, and nobody hangs up: the
 * model of A. K. Erlang (1917), which errs on the safe side, since impatient callers leave.
 */
final class ErlangC {
    private static final int STEPS = 60;

    private ErlangC() {}

    /**
     * Share of callers who are answered within a time.
     *
     * @param seats that take calls
     * @param callsPerMinute arriving
     * @param handlingSeconds a call keeps a seat, after-call work included
     * @param withinSeconds in which a call counts as answered in time
     * @return 0 to 1; 0 where more arrives than the seats can ever work off
     */
    static double serviceLevel(int seats, double callsPerMinute, double handlingSeconds, double withinSeconds) {
        double load = callsPerMinute / 60 * handlingSeconds;
        if (load <= 0) {
            return seats > 0 ? 1 : 0;
        }
        if (load >= seats) {
            return 0;
        }
        return 1 - waits(seats, load) * Math.exp(-(seats - load) * withinSeconds / handlingSeconds);
    }

    /** Most calls per minute of which {@code wanted} (0 to 1) are still answered in time. */
    static double callsPerMinute(int seats, double handlingSeconds, double withinSeconds, double wanted) {
        double enough = 0;
        double tooMany = seats * 60 / handlingSeconds;
        for (int step = 0; step < STEPS; step++) {
            double middle = (enough + tooMany) / 2;
            if (serviceLevel(seats, middle, handlingSeconds, withinSeconds) >= wanted) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }

    /** Fewest seats with which {@code wanted} of the calls are answered in time. */
    static int seats(double callsPerMinute, double handlingSeconds, double withinSeconds, double wanted) {
        int tooFew = (int) Math.floor(callsPerMinute / 60 * handlingSeconds);
        int enough = tooFew + 1;
        while (serviceLevel(enough, callsPerMinute, handlingSeconds, withinSeconds) < wanted) {
            enough++;
        }
        return enough;
    }

    /** Chance that a caller has to wait. Erlang's B by its recursion, which stays exact where factorials overflow. */
    private static double waits(int seats, double load) {
        double allBusy = 1;
        for (int n = 1; n <= seats; n++) {
            allBusy = load * allBusy / (n + load * allBusy);
        }
        return allBusy / (1 - load / seats * (1 - allBusy));
    }
}
