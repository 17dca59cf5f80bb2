package io.tocsin.campaign;

import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A collection campaign.
 *
 * @param waves how many times people were added
 * @param startedAt null before the first start, as is endedAt before the end
 */
public record Campaign(
        UUID id,
        UUID centerId,
        UUID audienceId,
        String name,
        CampaignState state,
        CampaignSettings settings,
        int waves,
        String createdBy,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        long version) {
    static Campaign read(ResultSet row) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getObject("audience_id", UUID.class),
                row.getString("name"),
                CampaignState.valueOf(row.getString("state")),
                Json.read(row.getString("settings"), CampaignSettings.class),
                row.getInt("waves"),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"),
                row.getLong("version"));
    }
}
