package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import java.util.List;

/**
 * One announcement as its page shows it.
 *
 * @param whom name of its audience and segment
 * @param needsReason the center is not open: starting needs a reason
 * @param findings of the linter, before it is submitted
 * @param estimate before it was begun; null afterwards, and where the center has no number to speak of yet
 * @param pace that the seats can answer; null where that cannot be worked out
 * @param progress once it was begun; null before
 * @param stale it told facts that were revised since
 * @param outdated it was not begun, and the facts were revised after it was submitted: it must be approved anew
 * @param letters whether some are for the printer
 * @param texts to hand on to press and social media
 */
record AnnouncementView(
        Announcement a,
        String whom,
        boolean needsReason,
        List<Violation> findings,
        Estimate estimate,
        PacingResource.Answer pace,
        SendProgress progress,
        boolean stale,
        boolean outdated,
        boolean letters,
        List<HandingOn.Text> texts,
        List<AnnouncementJournal.Entry> journal,
        Rights rights) {

    /**
     * What this person may press.
     *
     * @param second may approve what others wrote, and did not write or submit this
     */
    record Rights(boolean write, boolean approve, boolean second, boolean pause, boolean cancel) {}

    public boolean begun() {
        return progress != null;
    }

    public boolean over() {
        return a.state() == AnnouncementState.COMPLETED || a.state() == AnnouncementState.CANCELLED;
    }

    public String path() {
        return "/console/centers/" + a.centerId() + "/announcements/" + a.id();
    }

    /** All channels, in the order in which they are tried. */
    public List<Phrase> channels() {
        return a.channels().stream().map(ChannelWords::of).toList();
    }

    /** Seconds in the words of a clock on the wall. */
    static Phrase lasting(long seconds) {
        if (seconds < 90) {
            return Phrase.of("%d s", "%d 秒").with(seconds);
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 120
                ? Phrase.of("%d min", "%d 分").with(minutes)
                : Phrase.of("%d h %d min", "%d 時間 %d 分").with(minutes / 60, minutes % 60);
    }

    public Phrase atCarrier() {
        return lasting(estimate.secondsAtCarrier());
    }

    public Phrase atPace() {
        return estimate.secondsAtPace() == null ? null : lasting(estimate.secondsAtPace());
    }

    public Phrase adviceLasts() {
        return lasting(pace.advice().minutes() * 60);
    }
}
