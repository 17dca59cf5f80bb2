package io.tocsin.announcement;

import java.time.Duration;

/**
 * How fast messages may go so that whoever calls because of them is answered. Those who call do so soon after their
 * message, and fewer as time goes on: the rate of calls halves with every half-life.
 */
final class Pacing {
    private static final int STEPS = 60;

    private Pacing() {}

    /**
     * @param recipients who will get a message
     * @param seats that answer
     * @param handlingSeconds a call keeps a seat, after-call work included
     * @param responseShare of the recipients who call because of the message, 0 to 1
     * @param halfLife in which half of those who call have done so
     * @param within in which a call is to be answered
     * @param serviceLevel share of calls to be answered within that time, 0 to 1
     * @param carrierPerMinute messages that the carrier's senders take
     */
    record Input(
            long recipients,
            int seats,
            double handlingSeconds,
            double responseShare,
            Duration halfLife,
            Duration within,
            double serviceLevel,
            double carrierPerMinute) {}

    /** What holds the announcement back. */
    enum Limit {
        /** Nothing does: even all at once would be answered, and the carrier takes it within a minute. */
        NONE,
        CARRIER,
        SEATS
    }

    /**
     * @param perMinute messages to let go per minute; at least 1
     * @param limit what sets it
     * @param callsPerMinuteAnswered most calls that the seats answer as wanted
     * @param peakCallsPerMinute busiest minute at this pace
     * @param peakAtCarrierPace busiest minute if the carrier alone set the pace
     * @param seatsForCarrierPace that would answer even that
     * @param minutes until the last message has gone at this pace
     * @param minutesAtCarrierPace the same if the carrier alone set the pace
     */
    record Advice(
            int perMinute,
            Limit limit,
            double callsPerMinuteAnswered,
            double peakCallsPerMinute,
            double peakAtCarrierPace,
            int seatsForCarrierPace,
            long minutes,
            long minutesAtCarrierPace) {}

    static Advice advise(Input in) {
        double answered = ErlangC.callsPerMinute(
                in.seats(), in.handlingSeconds(), in.within().toMillis() / 1000.0, in.serviceLevel());
        double carrier = Math.max(1, in.carrierPerMinute());
        double forSeats = fastest(in, answered, carrier);
        int perMinute = (int) Math.clamp(Math.floor(forSeats), 1, Integer.MAX_VALUE);
        double peakAtCarrier = peak(in, carrier);
        return new Advice(
                perMinute,
                peakAtCarrier > answered ? Limit.SEATS : in.recipients() > carrier ? Limit.CARRIER : Limit.NONE,
                answered,
                peak(in, perMinute),
                peakAtCarrier,
                ErlangC.seats(peakAtCarrier, in.handlingSeconds(), in.within().toMillis() / 1000.0, in.serviceLevel()),
                minutes(in, perMinute),
                minutes(in, carrier));
    }

    /**
     * Calls in the busiest minute, when so many messages go per minute: the last minute of sending, when the calls of
     * all that went before have come together.
     */
    static double peak(Input in, double perMinute) {
        double fading = Math.log(2) / (in.halfLife().toMillis() / 60_000.0);
        double sendingMinutes = in.recipients() / perMinute;
        return perMinute * in.responseShare() * (1 - Math.exp(-fading * sendingMinutes));
    }

    /** The peak grows with the pace, so the fastest one that the seats can answer is found by halving. */
    private static double fastest(Input in, double answered, double carrier) {
        if (peak(in, carrier) <= answered) {
            return carrier;
        }
        double slow = 0;
        double fast = carrier;
        for (int step = 0; step < STEPS; step++) {
            double middle = (slow + fast) / 2;
            if (peak(in, middle) <= answered) {
                slow = middle;
            } else {
                fast = middle;
            }
        }
        return slow;
    }

    private static long minutes(Input in, double perMinute) {
        return (long) Math.ceil(in.recipients() / perMinute);
    }
}
