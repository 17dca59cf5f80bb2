package io.tocsin.audience;

import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports as they stand in the database. */
@ApplicationScoped
class ImportTable {
    private final Sql sql;

    ImportTable(Sql sql) {
        this.sql = sql;
    }

    /** @param fence tells whether the lease is still ours */
    record Lease(UUID importId, UUID centerId, UUID audienceId, Mapping mapping, long rowsDone, int fence) {}

    /** What one batch adds to the counts. */
    record Step(long rows, long bytesRead, int stored, int merged, int items, int setAside, int remarked) {}

    void insert(UUID id, Audience audience, String fileName, String actor, Instant now) {
        sql.update(
                "insert into audience_import (id, center_id, audience_id, file_name, state, created_by, created_at)"
                        + " values (?, ?, ?, ?, 'UPLOADED', ?, ?)",
                id,
                audience.centerId(),
                audience.id(),
                fileName,
                actor,
                now);
    }

    AudienceImport get(UUID audienceId, UUID id) {
        return sql.first(
                        "select * from audience_import where id = ? and audience_id = ?",
                        ImportTable::read,
                        id,
                        audienceId)
                .orElseThrow(() -> Problem.notFound(Phrase.of(
                                "This audience has no import %s.", "この宛先リストに取り込み %s はありません。")
                        .with(id)));
    }

    List<AudienceImport> of(UUID audienceId) {
        return sql.list(
                "select * from audience_import where audience_id = ? order by id desc limit 200",
                ImportTable::read,
                audienceId);
    }

    Optional<Mapping> mapping(UUID id) {
        return sql.first(
                        "select mapping from audience_import where id = ? and mapping is not null",
                        row -> row.getString(1),
                        id)
                .map(json -> Json.read(json, Mapping.class));
    }

    void uploaded(UUID id, long bytes) {
        sql.update(
                "update audience_import set bytes = ?, mapping = null, version = version + 1 where id = ?", bytes, id);
    }

    long bytesOf(UUID id) {
        // tag and nonce of each encrypted piece do not count
        return sql.first(
                        "select coalesce(sum(length(data) - 33), 0) from audience_upload where import_id = ?",
                        row -> row.getLong(1),
                        id)
                .orElseThrow();
    }

    void mapping(UUID id, Mapping mapping) {
        sql.update(
                "update audience_import set mapping = ?, version = version + 1 where id = ?", Sql.json(mapping), id);
    }

    void start(UUID id, Instant now) {
        sql.update(
                "update audience_import set state = 'RUNNING', started_at = ?, version = version + 1 where id = ?",
                now,
                id);
    }

    /** Takes on an import that nobody works on, or whose worker has been silent for too long. */
    Optional<Lease> claim(Instant now, Duration lease) {
        return sql.first("""
                update audience_import set lease_until = ?, fence = fence + 1 where id = (
                    select id from audience_import where state = 'RUNNING' and (lease_until is null or lease_until < ?)
                     order by started_at for update skip locked limit 1)
                returning id, center_id, audience_id, mapping, rows_done, fence""", row -> new Lease(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Json.read(row.getString(4), Mapping.class),
                        row.getLong(5),
                        row.getInt(6)), now.plus(lease), now);
    }

    /** Counts a batch, in its transaction. False if somebody else has taken the import on. */
    boolean step(Lease lease, Step step, Instant leaseUntil) {
        return sql.update(
                        """
                        update audience_import set rows_done = ?, bytes_done = ?, stored = stored + ?, merged = merged + ?,
                               items = items + ?, set_aside = set_aside + ?, remarked = remarked + ?, lease_until = ?
                         where id = ? and fence = ? and state = 'RUNNING'""",
                        step.rows(),
                        step.bytesRead(),
                        step.stored(),
                        step.merged(),
                        step.items(),
                        step.setAside(),
                        step.remarked(),
                        leaseUntil,
                        lease.importId(),
                        lease.fence())
                == 1;
    }

    /** @param failure null if all went well */
    boolean end(Lease lease, Phrase failure, Instant now) {
        return sql.update(
                        "update audience_import set state = ?, failure_en = ?, failure_ja = ?, ended_at = ?,"
                                + " bytes_done = case when ? then bytes else bytes_done end, lease_until = null,"
                                + " version = version + 1 where id = ? and fence = ? and state = 'RUNNING'",
                        failure == null ? AudienceImport.State.DONE : AudienceImport.State.FAILED,
                        failure == null ? null : failure.en(),
                        failure == null ? null : failure.ja(),
                        now,
                        failure == null,
                        lease.importId(),
                        lease.fence())
                == 1;
    }

    /** Lets others take the import on at once. */
    void release(Lease lease) {
        sql.update(
                "update audience_import set lease_until = null where id = ? and fence = ?",
                lease.importId(),
                lease.fence());
    }

    private static AudienceImport read(ResultSet row) throws SQLException {
        String failure = row.getString("failure_en");
        return new AudienceImport(
                row.getObject("id", UUID.class),
                row.getObject("audience_id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getString("file_name"),
                AudienceImport.State.valueOf(row.getString("state")),
                row.getLong("bytes"),
                row.getLong("bytes_done"),
                row.getLong("rows_done"),
                row.getLong("stored"),
                row.getLong("merged"),
                row.getLong("items"),
                row.getLong("set_aside"),
                row.getLong("remarked"),
                failure == null ? null : Phrase.of(failure, row.getString("failure_ja")),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"),
                row.getLong("version"));
    }
}
