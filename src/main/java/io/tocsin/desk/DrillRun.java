package io.tocsin.desk;

import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One rehearsal.
 *
 * @param state {@code RUNNING}, {@code STOPPED} by a person or {@code ENDED}
 * @param people whom the plan brings in all
 * @param begun of those, who have come so far
 */
public record DrillRun(
        UUID id,
        UUID centerId,
        DrillPlan plan,
        String state,
        Instant startedAt,
        String startedBy,
        Instant endedAt,
        int people,
        int begun) {
    static final String SELECT = """
            select r.*, (select count(*) from drill_arrival a where a.drill_id = r.id) people,
                (select count(*) from drill_arrival a where a.drill_id = r.id and a.begun_at is not null) begun
            from drill_run r
            """;

    static DrillRun read(ResultSet row) throws SQLException {
        return new DrillRun(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                Json.read(row.getString("plan"), DrillPlan.class),
                row.getString("state"),
                Sql.instant(row, "started_at"),
                row.getString("started_by"),
                Sql.instant(row, "ended_at"),
                row.getInt("people"),
                row.getInt("begun"));
    }
}
