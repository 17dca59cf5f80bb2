package io.tocsin.ivr;

/**
 * What a caller hears at one moment; equal screens sound the same, so their TwiML is made once.
 *
 * @param node empty for what belongs to no node
 * @param language empty before the caller has chosen: then all languages are spoken
 * @param attempt 1 for the first time a question is asked
 * @param position place in the queue, 0 if not known
 * @param minutes average wait, 0 if not known
 */
record Screen(String node, Part part, String language, int attempt, int position, int minutes) {
    /** Longest queue that is told exactly. */
    private static final int LONGEST_TOLD = 50;

    enum Part {
        ENTER,
        AGAIN_AFTER_SILENCE,
        AGAIN_AFTER_WRONG_KEY,
        THANKS,
        ASK_NUMBER,
        SMS_NOT_MOBILE,
        WAIT,
        LEAVE,
        LEFT,
        NOTHING,
        HANG_UP,
        PREPARING,
        CLOSED,
        START_AGAIN
    }

    static Screen of(String node, Part part, String language) {
        return new Screen(node, part, language, 1, 0, 0);
    }

    static Screen of(String node, Part part, String language, int attempt) {
        return new Screen(node, part, language, attempt, 0, 0);
    }

    /** Rounded so that there are few of them: positions up to 50, minutes up to an hour in steps. */
    static Screen waiting(String node, String language, int position, int minutes) {
        int told = minutes <= 5 ? Math.max(minutes, 0) : Math.min((minutes + 4) / 5 * 5, 60);
        return new Screen(node, Part.WAIT, language, 1, Math.clamp(position, 0, LONGEST_TOLD), told);
    }
}
