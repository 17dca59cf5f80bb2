package io.tocsin.announcement;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** The one place where announcements move; call it with the announcement locked, inside a transaction. */
@ApplicationScoped
class Moves {
    private final Sql sql;
    private final AnnouncementJournal journal;
    private final Clock clock;

    Moves(Sql sql, AnnouncementJournal journal, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    static final String TOCSIN = "tocsin";

    /** @throws io.tocsin.platform.ProblemException {@code announcement-state} where it cannot go there from where it is */
    void require(Announcement a, AnnouncementState to) {
        if (!a.state().mayMoveTo(to)) {
            throw Problem.conflict(
                    "announcement-state",
                    Phrase.of(
                            "The announcement is " + a.state().words().en() + " and cannot become "
                                    + to.words().en() + " from there.",
                            "告知は現在「" + a.state().words().ja() + "」のため、「"
                                    + to.words().ja() + "」にできません。"));
        }
    }

    /** @param code what happened, also the event's type */
    void move(Announcement a, AnnouncementState to, String actor, String code, Phrase said, Map<String, ?> details) {
        require(a, to);
        boolean begins = to.sends() && a.startedAt() == null;
        boolean ends = to == AnnouncementState.COMPLETED || to == AnnouncementState.CANCELLED;
        boolean byItself = actor.equals(TOCSIN) && to == AnnouncementState.PAUSED;
        sql.update(
                "update announcement set state = ?, why_en = ?, why_ja = ?, version = version + 1,"
                        + " started_at = coalesce(started_at, ?), ended_at = ? where id = ?",
                to,
                byItself ? said.en() : null,
                byItself ? said.ja() : null,
                begins ? clock.instant() : null,
                ends ? clock.instant() : null,
                a.id());
        journal.add(a, to, actor, code, said, details);
    }
}
