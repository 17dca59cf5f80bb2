package io.tocsin.announcement;

import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.audience.WhomChoice;
import io.tocsin.center.Centers;
import io.tocsin.center.Phase;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Caller;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Gathers what the page of an announcement shows to whoever asks. */
@ApplicationScoped
class AnnouncementViews {
    private final Announcements announcements;
    private final AnnouncementJournal journal;
    private final Estimates estimates;
    private final PaceAdvice pace;
    private final LintCheck lint;
    private final Counts counts;
    private final Corrections corrections;
    private final HandingOn handingOn;
    private final WhomChoice choice;
    private final Centers centers;
    private final SecurityIdentity identity;
    private final Caller caller;

    AnnouncementViews(
            Announcements announcements,
            AnnouncementJournal journal,
            Estimates estimates,
            PaceAdvice pace,
            LintCheck lint,
            Counts counts,
            Corrections corrections,
            HandingOn handingOn,
            WhomChoice choice,
            Centers centers,
            SecurityIdentity identity,
            Caller caller) {
        this.announcements = announcements;
        this.journal = journal;
        this.estimates = estimates;
        this.pace = pace;
        this.lint = lint;
        this.counts = counts;
        this.corrections = corrections;
        this.handingOn = handingOn;
        this.choice = choice;
        this.centers = centers;
        this.identity = identity;
        this.caller = caller;
    }

    AnnouncementView of(UUID centerId, UUID id) {
        Announcement a = announcements.get(centerId, id);
        boolean begun = a.startedAt() != null;
        boolean waits = !begun && a.state() != AnnouncementState.CANCELLED;
        Estimate estimate = waits ? orNull(() -> estimates.of(a)) : null;
        List<Violation> findings = estimate != null && a.state() == AnnouncementState.DRAFT
                ? lint.findings(a, estimates.factsVersion(a))
                : List.of();
        boolean older = a.factsVersion() != null && a.factsVersion() < corrections.newest(centerId);
        List<HandingOn.Text> texts = estimate != null || begun ? orNull(() -> handingOn.texts(a)) : null;
        return new AnnouncementView(
                a,
                choice.name(centerId, a.audienceId(), a.segment()),
                centers.get(centerId).phase() != Phase.OPEN,
                findings,
                estimate,
                estimate == null || over(estimate)
                        ? null
                        : orNull(() -> pace.of(a, estimate, PaceAdvice.Assuming.USUAL)),
                begun ? progress(a) : null,
                begun && older,
                waits && older,
                begun && a.channels().contains(Channel.LETTER),
                texts == null ? List.of() : texts,
                journal.of(id).reversed(),
                rights(a));
    }

    SendProgress progress(Announcement a) {
        return SendProgress.of(a, a.state().sends() ? counts.recent(a.id()) : counts.now(a.id()));
    }

    /** Nobody to pace for. */
    private static boolean over(Estimate estimate) {
        return estimate.byChannel().values().stream().mapToLong(n -> n).sum() == 0;
    }

    private AnnouncementView.Rights rights(Announcement a) {
        boolean manages = identity.hasRole("crisis-manager");
        boolean supervises = identity.hasRole("supervisor");
        boolean ops = identity.hasRole("ops");
        boolean wrote = caller.name().equals(a.createdBy()) || caller.name().equals(a.submittedBy());
        return new AnnouncementView.Rights(
                manages,
                manages || supervises,
                (manages || supervises) && !wrote,
                manages || supervises || ops,
                manages || ops);
    }

    /** Nothing where the center is not far enough: it has no number to name yet, or no seat to answer. */
    private static <T> T orNull(Supplier<T> wanted) {
        try {
            return wanted.get();
        } catch (ProblemException notYet) {
            return null;
        }
    }
}
