package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every version of every fact sheet; none is ever changed. */
@ApplicationScoped
public class FactSheetVersions {
    private final Sql sql;
    private final Clock clock;

    FactSheetVersions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param note why it was revised, in the author's words */
    public record FactSheet(int version, JsonNode facts, String author, Instant at, String note) {}

    void add(UUID centerId, int version, JsonNode facts, String author, String note) {
        sql.update(
                "insert into fact_sheet (center_id, version, facts, author, at, note) values (?, ?, ?, ?, ?, ?)",
                centerId,
                version,
                Sql.json(facts),
                author,
                clock.instant(),
                note == null ? "" : note);
    }

    public FactSheet get(UUID centerId, int version) {
        return sql.first(
                        "select * from fact_sheet where center_id = ? and version = ?",
                        FactSheetVersions::read,
                        centerId,
                        version)
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("There is no version %d of the fact sheet.", "事実シートの版 %d はありません。")
                                .with(version)));
    }

    public List<FactSheet> all(UUID centerId) {
        return sql.list(
                "select * from fact_sheet where center_id = ? order by version", FactSheetVersions::read, centerId);
    }

    private static FactSheet read(ResultSet row) throws SQLException {
        return new FactSheet(
                row.getInt("version"),
                Json.tree(row.getString("facts")),
                row.getString("author"),
                Sql.instant(row, "at"),
                row.getString("note"));
    }
}
