package io.tocsin.provisioning;

import io.tocsin.platform.CenterLocks;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What should exist and what does: written by centers, worked off by the reconciler, read by everybody. */
@ApplicationScoped
public class Ledger {
    private static final String COLUMNS =
            "center_id, name, kind, vendor, mode, title_en, title_ja, spec, depends_on, wanted, state, pending,"
                    + " vendor_id, outputs, attempts, reason_en, reason_ja, to_do_en, to_do_ja, changed_at";

    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final Sql sql;
    private final Clock clock;
    private final Drivers drivers;
    private final CenterLocks locks;
    private final Event<WorkWaiting> workWaiting;

    Ledger(Sql sql, Clock clock, Drivers drivers, CenterLocks locks, Event<WorkWaiting> workWaiting) {
        this.sql = sql;
        this.clock = clock;
        this.drivers = drivers;
        this.locks = locks;
        this.workWaiting = workWaiting;
    }

    /**
     * Makes the given resources the ones that should exist; all others of the center are to be removed. In the caller's
     * transaction. Applying the same twice changes nothing.
     */
    public void apply(UUID centerId, Mode mode, List<PlannedResource> planned) {
        locks.lock(centerId);
        Instant now = clock.instant();
        Set<String> awaited = awaited(planned);
        sql.batch(
                """
                insert into resource as r (id, center_id, name, kind, vendor, mode, title_en, title_ja, spec, spec_hash,
                    depends_on, awaited, wanted, state, pending, due_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, 'WAITING', true, ?, ?)
                on conflict (center_id, name) do update set
                    title_en = excluded.title_en, title_ja = excluded.title_ja, spec = excluded.spec,
                    spec_hash = excluded.spec_hash, depends_on = excluded.depends_on, awaited = excluded.awaited,
                    wanted = true,
                    state = case when r.state = 'REMOVED' then 'WAITING' else r.state end,
                    vendor_id = case when r.state = 'REMOVED' then null else r.vendor_id end,
                    outputs = case when r.state = 'REMOVED' then null else r.outputs end,
                    made_hash = case when r.state = 'REMOVED' then null else r.made_hash end,
                    pending = true, due_at = excluded.due_at, changed_at = excluded.changed_at
                where not r.wanted or r.spec_hash <> excluded.spec_hash or r.depends_on <> excluded.depends_on
                """,
                // worked off in the order of the plan, as far as dependencies allow
                IntStream.range(0, planned.size())
                        .mapToObj(i -> {
                            PlannedResource p = planned.get(i);
                            return new Object[] {
                                Ids.next(now),
                                centerId,
                                p.name(),
                                p.kind(),
                                drivers.of(p.kind()).vendor(),
                                mode,
                                p.title().en(),
                                p.title().ja(),
                                Sql.json(p.spec()),
                                SpecHash.of(p.spec()),
                                p.dependsOn().toArray(String[]::new),
                                awaited.contains(p.name()),
                                dueAt(p, now).plusNanos(i * 1000L),
                                now
                            };
                        })
                        .toList());
        sql.update(
                """
                update resource set wanted = false, due_at = ?, changed_at = ?,
                    state = case when attempts = 0 then 'REMOVED' else state end, pending = attempts > 0
                where center_id = ? and wanted and not (name = any (?))
                """,
                now,
                now,
                centerId,
                planned.stream().map(PlannedResource::name).toArray(String[]::new));
        workWaiting.fire(new WorkWaiting());
    }

    /** What may wait lets everything else go first, but waits for nothing that is stuck. */
    private Instant dueAt(PlannedResource planned, Instant now) {
        return drivers.of(planned.kind()).mayWait() ? now.plus(COURTESY) : now.minusMillis(1);
    }

    /** What something else can only be made after. */
    private Set<String> awaited(List<PlannedResource> planned) {
        return planned.stream()
                .filter(p -> !drivers.of(p.kind()).mayWait())
                .flatMap(p -> p.dependsOn().stream())
                .collect(Collectors.toSet());
    }

    public List<Resource> of(UUID centerId) {
        return sql.list(
                "select " + COLUMNS + " from resource where center_id = ? order by name", Ledger::read, centerId);
    }

    public Optional<Resource> one(UUID centerId, String name) {
        return sql.first(
                "select " + COLUMNS + " from resource where center_id = ? and name = ?", Ledger::read, centerId, name);
    }

    /** One output of every resource of a kind that exists and should, as text; reads no more of them than that. */
    public List<String> outputs(UUID centerId, String kind, String output) {
        return sql.list(
                "select outputs ->> ? from resource where center_id = ? and kind = ? and outputs ->> ? is not null"
                        + " and wanted and state <> 'REMOVED' order by name",
                row -> row.getString(1),
                output,
                centerId,
                kind,
                output);
    }

    /** The name under which the center has what the vendor knows by this id. */
    public Optional<String> nameOf(UUID centerId, String vendorId) {
        return sql.first(
                "select name from resource where center_id = ? and vendor_id = ?",
                row -> row.getString(1),
                centerId,
                vendorId);
    }

    /**
     * Whether all that is wanted is ready and all that is not wanted is gone; asked at every step of a launch, so it
     * reads no resource.
     *
     * @param except a kind that does not count
     */
    public boolean isSettled(UUID centerId, String except) {
        return sql.first("""
            select 1 from resource where center_id = ? and kind <> ? and state <> 'REMOVED'
                and not (wanted and state = 'READY' and not pending) limit 1
            """, row -> true, centerId, except).isEmpty();
    }

    /** Whether nothing of the center exists any more. */
    public boolean isEmpty(UUID centerId) {
        return sql.first(
                        "select 1 from resource where center_id = ? and state <> 'REMOVED' limit 1",
                        row -> true,
                        centerId)
                .isEmpty();
    }

    /** Everything of one kind that exists or may exist, over all centers. */
    public List<Resource> existing(String kind) {
        return sql.list(
                "select " + COLUMNS + " from resource where kind = ? and state <> 'REMOVED' order by center_id, name",
                Ledger::read,
                kind);
    }

    /** A person has done what was asked, or wants what drifted to be made again: try at once. */
    public void tryAgain(UUID centerId, String name) {
        locks.lock(centerId);
        int changed = sql.update("""
            update resource set pending = true, due_at = ?, changed_at = ?,
                vendor_id = case when state = 'DRIFTED' then null else vendor_id end,
                made_hash = case when state = 'DRIFTED' then null else made_hash end,
                state = 'RETRYING'
            where center_id = ? and name = ? and state in ('STUCK', 'RETRYING', 'DRIFTED')
            """, clock.instant(), clock.instant(), centerId, name);
        if (changed == 0) {
            throw Problem.conflict(
                    "nothing-to-retry",
                    Phrase.of(
                                    "'%s' is not waiting for another attempt: it is ready, being worked on, gone, or"
                                            + " never was.",
                                    "「%s」は再試行待ちではありません（準備完了・作業中・削除済み、または存在しません）。")
                            .with(name));
        }
        workWaiting.fire(new WorkWaiting());
    }

    /** Something of a removed resource was found outside, under its label: remove it once more. */
    public void removeAgain(String label) {
        ResourceKey.fromLabel(label).ifPresent(key -> {
            locks.lock(key.centerId());
            sql.update(
                    "update resource set pending = true, attempts = 1, state = 'RETRYING', due_at = ?, changed_at = ?"
                            + " where center_id = ? and name = ? and state = 'REMOVED' and not wanted",
                    clock.instant(),
                    clock.instant(),
                    key.centerId(),
                    key.name());
            workWaiting.fire(new WorkWaiting());
        });
    }

    static Resource read(ResultSet row) throws SQLException {
        String outputs = row.getString("outputs");
        return new Resource(
                new ResourceKey(row.getObject("center_id", UUID.class), row.getString("name")),
                row.getString("kind"),
                row.getString("vendor"),
                Mode.valueOf(row.getString("mode")),
                Phrase.of(row.getString("title_en"), row.getString("title_ja")),
                Json.tree(row.getString("spec")),
                Sql.strings(row, "depends_on"),
                row.getBoolean("wanted"),
                ResourceState.valueOf(row.getString("state")),
                row.getBoolean("pending"),
                row.getString("vendor_id"),
                outputs == null ? null : Json.tree(outputs),
                row.getInt("attempts"),
                phrase(row, "reason"),
                phrase(row, "to_do"),
                Sql.instant(row, "changed_at"));
    }

    private static Optional<Phrase> phrase(ResultSet row, String column) throws SQLException {
        String en = row.getString(column + "_en");
        return en == null ? Optional.empty() : Optional.of(Phrase.of(en, row.getString(column + "_ja")));
    }
}
