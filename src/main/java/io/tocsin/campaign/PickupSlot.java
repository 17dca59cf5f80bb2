package io.tocsin.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * A time at which goods are fetched in an area.
 *
 * @param capacity visits that can be made
 * @param booked visits that are agreed; never more than capacity at the moment of booking
 */
public record PickupSlot(
        UUID id,
        UUID campaignId,
        String area,
        LocalDate day,
        LocalTime opens,
        LocalTime closes,
        int capacity,
        int booked) {
    static PickupSlot read(ResultSet row) throws SQLException {
        return new PickupSlot(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("area"),
                row.getObject("day", LocalDate.class),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getInt("capacity"),
                row.getInt("booked"));
    }

    boolean isFree() {
        return booked < capacity;
    }
}
