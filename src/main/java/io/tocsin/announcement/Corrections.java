package io.tocsin.announcement;

import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who heard facts that have been revised since, and the announcement that puts it right. */
@ApplicationScoped
class Corrections {
    private final Sql sql;
    private final Centers centers;
    private final Announcements announcements;
    private final AnnouncementService service;

    Corrections(Sql sql, Centers centers, Announcements announcements, AnnouncementService service) {
        this.sql = sql;
        this.centers = centers;
        this.announcements = announcements;
        this.service = service;
    }

    /** @param factsVersion the newest that this recipient heard */
    record Heard(UUID recipient, int factsVersion) {}

    int newest(UUID centerId) {
        IncidentCenter center = centers.get(centerId);
        return center.liveFacts() == null ? center.factsVersion() : center.liveFacts();
    }

    long count(UUID centerId) {
        return sql.first(
                        "select count(*) from (" + Planning.HEARD_OLDER + ") h",
                        row -> row.getLong(1),
                        centerId,
                        newest(centerId))
                .orElse(0L);
    }

    /** By recipient id; those who may have heard count as those who did. */
    List<Heard> page(UUID centerId, UUID after, int limit) {
        return sql.list(
                """
                select h.recipient_id, max(h.facts_version) from delivery h join announcement ha on ha.id = h.announcement_id
                where ha.center_id = ? and h.state in ('SENT', 'DELIVERED', 'UNKNOWN', 'ATTEMPTING') and h.recipient_id > ?
                group by h.recipient_id having max(h.facts_version) < ? order by h.recipient_id limit ?""",
                row -> new Heard(row.getObject(1, UUID.class), row.getInt(2)),
                centerId,
                after == null ? new UUID(0, 0) : after,
                newest(centerId),
                limit);
    }

    /** A draft like an announcement that told old facts, to those of its audience who heard nothing newer. */
    Announcement draft(UUID centerId, UUID of, String by) {
        Announcement old = announcements.get(centerId, of);
        if (old.factsVersion() == null || old.startedAt() == null || old.factsVersion() >= newest(centerId)) {
            throw Problem.conflict(
                    "nothing-to-correct",
                    Phrase.of(
                            "This announcement has told nobody facts that are out of date. Revise and republish the facts"
                                    + " first.",
                            "この告知で古い事実を受け取った人はいません。先に事実を改訂し、再公開してください。"));
        }
        AnnouncementDraft draft = new AnnouncementDraft(
                old.audienceId(),
                "Correction / 訂正: " + old.title(),
                old.notice(),
                null,
                old.channels(),
                old.dangerToLife(),
                null,
                old.failureLimit(),
                old.pacedPerMinute());
        return service.create(centerId, draft, old.id(), by);
    }
}
