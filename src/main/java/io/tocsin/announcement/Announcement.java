package io.tocsin.announcement;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One sending of a notice to an audience.
 *
 * @param notice its name in the center's pack
 * @param segment which of the audience's recipients; see the audience room
 * @param channels in the order in which they are tried for each recipient
 * @param dangerToLife quiet hours are not kept
 * @param firstSharePercent goes out first, the rest waits for its result; null for none
 * @param failureLimit percent of failures in the first share above which the rest waits for a person
 * @param pacedPerMinute messages released per minute, so that the seats can answer; null for as fast as carriers take
 * @param corrects the announcement whose recipients heard older facts; null for an ordinary one
 * @param why it stands as it does, where it did not get there by a person's will; null otherwise
 * @param factsVersion of what it says; null before it is submitted
 * @param overrideReason why findings of the linter do not hold it back; null where none do
 * @param earlyReason why it may start before the center is open; null where it may not
 * @param startsAt when scheduled; null for at once
 */
public record Announcement(
        UUID id,
        UUID centerId,
        Mode mode,
        UUID audienceId,
        String title,
        String notice,
        JsonNode segment,
        List<Channel> channels,
        boolean dangerToLife,
        Integer firstSharePercent,
        int failureLimit,
        Integer pacedPerMinute,
        UUID corrects,
        AnnouncementState state,
        Phrase why,
        Integer factsVersion,
        String overrideReason,
        String overrideBy,
        String earlyReason,
        String createdBy,
        Instant createdAt,
        String submittedBy,
        String approvedBy,
        Instant startsAt,
        Instant startedAt,
        Instant endedAt,
        boolean sharePassed,
        long version) {

    static Announcement read(ResultSet row) throws SQLException {
        String why = row.getString("why_en");
        return new Announcement(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                row.getObject("audience_id", UUID.class),
                row.getString("title"),
                row.getString("notice"),
                Json.tree(row.getString("segment")),
                Sql.strings(row, "channels").stream().map(Channel::valueOf).toList(),
                row.getBoolean("danger_to_life"),
                row.getObject("first_share_percent", Integer.class),
                row.getInt("failure_limit"),
                row.getObject("paced_per_minute", Integer.class),
                row.getObject("corrects", UUID.class),
                AnnouncementState.valueOf(row.getString("state")),
                why == null ? null : Phrase.of(why, row.getString("why_ja")),
                row.getObject("facts_version", Integer.class),
                row.getString("override_reason"),
                row.getString("override_by"),
                row.getString("early_reason"),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                row.getString("submitted_by"),
                row.getString("approved_by"),
                Sql.instant(row, "starts_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"),
                row.getBoolean("share_passed"),
                row.getLong("version"));
    }
}
