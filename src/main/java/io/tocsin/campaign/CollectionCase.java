package io.tocsin.campaign;

import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One recalled item on its way back.
 *
 * @param itemId the recipient's own id where the list names no item
 * @param wave with which addition of people to the campaign it came
 * @param saysReturned whether the owner says to have sent it back
 * @param pickupId the visit that is booked; null for none
 * @param visitedAt when the owner opened their page first; null for not yet
 * @param responseChannel by which way they were heard of first; null for not yet
 */
public record CollectionCase(
        UUID id,
        UUID campaignId,
        UUID centerId,
        UUID recipientId,
        UUID itemId,
        String area,
        int wave,
        CaseState state,
        boolean saysReturned,
        UUID pickupId,
        Instant createdAt,
        Instant stateAt,
        Instant visitedAt,
        Instant respondedAt,
        Via responseChannel,
        Instant correctedAt,
        long version) {
    static CollectionCase read(ResultSet row) throws SQLException {
        String channel = row.getString("response_channel");
        return new CollectionCase(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("area"),
                row.getInt("wave"),
                CaseState.valueOf(row.getString("state")),
                row.getBoolean("says_returned"),
                row.getObject("pickup_id", UUID.class),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "state_at"),
                Sql.instant(row, "visited_at"),
                Sql.instant(row, "responded_at"),
                channel == null ? null : Via.valueOf(channel),
                Sql.instant(row, "corrected_at"),
                row.getLong("version"));
    }
}
