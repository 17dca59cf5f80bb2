package io.tocsin.campaign;

/**
 * How many calls may be begun now. Whoever asks for an agent must find one: so there are never more calls under way than
 * would ask for the free seats, going by what was seen so far and, at the beginning, by a careful guess. Pure.
 */
final class DialPace {
    /** Before anything was seen: as if one call of two were picked up, and one such of two asked for an agent. */
    private static final double GUESS_WEIGHT = 10;

    private static final double GUESS = 0.25;
    /** How far above the seen share we go, in standard deviations. */
    private static final double CARE = 1.0;

    private DialPace() {}

    /**
     * @param freeSeats agents at work who are not on a call and not about to be
     * @param underWay calls begun and not over, without those that have reached an agent
     * @param ended calls that are over
     * @param askedForAgent how many of them asked for an agent
     * @param mostAtOnce the campaign's own limit
     * @param carrierAllows calls that the carrier's calls per second allow now
     */
    record Situation(
            int freeSeats, int underWay, int ended, int askedForAgent, int mostAtOnce, int carrierAllows) {}

    static int callsNow(Situation s) {
        int target = Math.min(s.mostAtOnce(), forSeats(s));
        return Math.max(0, Math.min(target - s.underWay(), s.carrierAllows()));
    }

    /** Calls at once of which no more ask for an agent than there are seats free, as far as one can tell. */
    private static int forSeats(Situation s) {
        if (s.freeSeats() <= 0) {
            return 0;
        }
        return Math.max(1, (int) Math.floor(s.freeSeats() / shareForAgents(s)));
    }

    static double shareForAgents(Situation s) {
        double n = s.ended() + GUESS_WEIGHT;
        double share = (s.askedForAgent() + GUESS * GUESS_WEIGHT) / n;
        double careful = share + CARE * Math.sqrt(share * (1 - share) / n);
        return Math.clamp(careful, 0.02, 1.0);
    }
}
