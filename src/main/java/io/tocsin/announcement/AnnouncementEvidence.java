package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What a center announced, who decided it and what became of the messages: counts, no person. */
@ApplicationScoped
public class AnnouncementEvidence {
    private final Sql sql;
    private final AnnouncementJournal journal;

    AnnouncementEvidence(Sql sql, AnnouncementJournal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** @param reason code of why it failed or is unknown; null for none */
    public record Count(Channel channel, DeliveryState state, String reason, int factsVersion, long messages) {}

    public record Proof(Announcement announcement, List<AnnouncementJournal.Entry> journal, List<Count> messages) {}

    public List<Proof> of(UUID centerId) {
        return sql
                .list("select * from announcement where center_id = ? order by id", Announcement::read, centerId)
                .stream()
                .map(a -> new Proof(a, journal.of(a.id()), counts(a.id())))
                .toList();
    }

    private List<Count> counts(UUID announcementId) {
        return sql.list(
                "select channel, state, reason, facts_version, count(*) from delivery where announcement_id = ?"
                        + " group by 1, 2, 3, 4 order by 1, 2, 3, 4",
                row -> new Count(
                        Channel.valueOf(row.getString(1)),
                        DeliveryState.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5)),
                announcementId);
    }
}
