package io.tocsin.telephony;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.riskpack.NumberType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The inventory's table. */
@ApplicationScoped
class NumberRows {
    /** Takes the time as its one argument. */
    static final String HELD = "select from number_hold h where h.number_id = number_inventory.id"
            + " and h.lifted_at is null and (h.until is null or h.until > ?)";

    private final Sql sql;

    NumberRows(Sql sql) {
        this.sql = sql;
    }

    List<InventoryNumber> where(String condition, Object... arguments) {
        return sql.list("select * from number_inventory where " + condition, NumberRows::read, arguments);
    }

    boolean isHeld(UUID numberId, Instant now) {
        return sql.first(
                        "select 1 from number_inventory where id = ? and exists (" + HELD + ")",
                        row -> true,
                        numberId,
                        now)
                .isPresent();
    }

    void insert(InventoryNumber number) {
        sql.update(
                "insert into number_inventory (id, mode, country, type, e164, vendor_sid, state, leased_by_label,"
                        + " center_id, quarantined_until, requested_at, bought_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number.id(),
                number.mode(),
                number.country(),
                number.type(),
                number.e164(),
                number.vendorSid(),
                number.state(),
                number.leasedByLabel(),
                number.centerId(),
                number.quarantinedUntil(),
                number.requestedAt(),
                number.boughtAt());
    }

    /** Empty where somebody changed it since it was read. */
    Optional<InventoryNumber> update(InventoryNumber next) {
        InventoryNumber.Release release = next.release();
        return sql.first(
                "update number_inventory set e164 = ?, vendor_sid = ?, state = ?, leased_by_label = ?, center_id = ?,"
                        + " quarantined_until = ?, bought_at = ?, release_by = ?, release_reason = ?, release_at = ?,"
                        + " version = version + 1 where id = ? and version = ? returning *",
                NumberRows::read,
                next.e164(),
                next.vendorSid(),
                next.state(),
                next.leasedByLabel(),
                next.centerId(),
                next.quarantinedUntil(),
                next.boughtAt(),
                release == null ? null : release.by(),
                release == null ? null : release.reason(),
                release == null ? null : release.at(),
                next.id(),
                next.version());
    }

    private static InventoryNumber read(ResultSet row) throws SQLException {
        String by = row.getString("release_by");
        return new InventoryNumber(
                row.getObject("id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                row.getString("country"),
                NumberType.valueOf(row.getString("type")),
                row.getString("e164"),
                row.getString("vendor_sid"),
                NumberState.valueOf(row.getString("state")),
                row.getString("leased_by_label"),
                row.getObject("center_id", UUID.class),
                Sql.instant(row, "quarantined_until"),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "bought_at"),
                by == null
                        ? null
                        : new InventoryNumber.Release(
                                by, row.getString("release_reason"), Sql.instant(row, "release_at")),
                row.getInt("version"));
    }
}
