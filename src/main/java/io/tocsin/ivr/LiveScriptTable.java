package io.tocsin.ivr;

import io.tocsin.platform.Json;
import io.tocsin.platform.Sha256;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Published scripts in the database, from which every replica takes them into memory. */
@ApplicationScoped
class LiveScriptTable {
    private final Sql sql;
    private final Clock clock;

    LiveScriptTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param revision grows with every change of the row
     * @param label of the resource that published it
     * @param answeredUntil null if not known
     */
    record Live(
            UUID centerId,
            long revision,
            String version,
            Stage stage,
            LocalDate answeredUntil,
            String label,
            Publication publication) {}

    /** Which scripts there are, without their content. */
    record Head(UUID centerId, long revision) {}

    /** Publishes; a center that was closed or new begins to prepare, any other keeps its stage. The version. */
    @Transactional
    public String publish(Publication publication, String label) {
        String document = Json.write(publication);
        String version = hash(document);
        sql.update(
                "insert into live_script (center_id, version, document, published_at) values (?, ?, ?::jsonb, ?) on conflict do nothing",
                publication.centerId(),
                version,
                document,
                clock.instant());
        sql.update("""
                insert into live_stage (center_id, version, stage, label, revision) values (?, ?, 'PREPARING', ?, 1)
                on conflict (center_id) do update set
                    version = excluded.version,
                    label = excluded.label,
                    stage = case live_stage.stage when 'CLOSED' then 'PREPARING' else live_stage.stage end,
                    answered_until = null,
                    revision = live_stage.revision + 1""", publication.centerId(), version, label);
        return version;
    }

    /** @param answeredUntil null leaves it as it is */
    @Transactional
    public boolean stage(UUID centerId, Stage stage, LocalDate answeredUntil) {
        return sql.update(
                        "update live_stage set stage = ?, answered_until = coalesce(?::date, answered_until), revision = revision + 1 where center_id = ?",
                        stage,
                        answeredUntil == null ? null : Date.valueOf(answeredUntil),
                        centerId)
                > 0;
    }

    List<Head> heads() {
        return sql.list(
                "select center_id, revision from live_stage",
                row -> new Head(row.getObject("center_id", UUID.class), row.getLong("revision")));
    }

    Optional<Live> live(UUID centerId) {
        return sql.first("""
                select st.center_id, st.revision, st.version, st.stage, st.answered_until, st.label, sc.document
                from live_stage st join live_script sc using (center_id, version) where st.center_id = ?""", LiveScriptTable::live, centerId);
    }

    private static Live live(ResultSet row) throws SQLException {
        Date until = row.getDate("answered_until");
        return new Live(
                row.getObject("center_id", UUID.class),
                row.getLong("revision"),
                row.getString("version"),
                Stage.valueOf(row.getString("stage")),
                until == null ? null : until.toLocalDate(),
                row.getString("label"),
                Json.read(row.getString("document"), Publication.class));
    }

    private static String hash(String document) {
        return Sha256.of(document).substring(0, 32);
    }
}
