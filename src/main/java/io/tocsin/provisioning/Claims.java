package io.tocsin.provisioning;

import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Hands out work, each piece to one worker at a time across replicas. */
@ApplicationScoped
class Claims {
    private static final String RETURNED = " returning r.id, r.center_id, r.name, r.kind, r.mode, r.spec, r.spec_hash,"
            + " r.vendor_id, r.outputs, r.version, r.wanted, r.attempts, r.lease_until, r.due_at, r.awaited";

    private final Sql sql;
    private final Clock clock;
    private final ProvisioningConfig config;

    Claims(Sql sql, Clock clock, ProvisioningConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Claims work that is due and whose neighbours allow it: what it depends on is ready, or, when it is to be removed,
     * nothing that depends on it exists any more. The attempt is counted here, before anybody calls the vendor.
     */
    List<Claim> due(String vendor, int atMost, String owner) {
        Instant now = clock.instant();
        return withDependencies(sql.list(
                """
                    with used as materialized (
                        select distinct d.center_id, needed from resource d, unnest(d.depends_on) needed
                        where d.state <> 'REMOVED' and d.center_id in (
                            select g.center_id from resource g where g.pending and g.vendor = ? and not g.wanted)),
                    due as (
                        select r.id from resource r
                        where r.pending and r.vendor = ? and r.due_at <= ? and (r.lease_until is null or r.lease_until <= ?)
                          and case when r.wanted
                              then not exists (
                                  select 1 from unnest(r.depends_on) needed
                                  left join resource d on d.center_id = r.center_id and d.name = needed
                                  where d.state is distinct from 'READY')
                              else (r.center_id, r.name) not in (select center_id, needed from used)
                              end
                        order by r.due_at limit ? for update of r skip locked)
                    update resource r set state = 'WORKING', attempts = attempts + 1, version = version + 1,
                        lease_owner = ?, lease_until = ?
                    from due where r.id = due.id
                    """ + RETURNED, this::read, vendor, vendor, now, now, atMost, owner, now.plus(config.lease())));
    }

    /** Claims ready resources whose last look is too old. */
    List<Claim> toCheck(int atMost, String owner) {
        Instant now = clock.instant();
        return withDependencies(sql.list(
                """
                    with old as (
                        select id from resource
                        where state = 'READY' and not pending and wanted and checked_at < ?
                          and (lease_until is null or lease_until <= ?)
                        order by checked_at limit ? for update skip locked)
                    update resource r set version = version + 1, lease_owner = ?, lease_until = ?
                    from old where r.id = old.id
                    """ + RETURNED, this::read, now.minus(config.resync()), now, atMost, owner, now.plus(config.lease())));
    }

    private Claim read(ResultSet row) throws SQLException {
        String vendorId = row.getString("vendor_id");
        Work work = new Work(
                new ResourceKey(row.getObject("center_id", UUID.class), row.getString("name")),
                io.tocsin.platform.Mode.valueOf(row.getString("mode")),
                Json.tree(row.getString("spec")),
                Map.of(),
                vendorId == null ? Optional.empty() : Optional.of(made(vendorId, row.getString("outputs"))));
        return new Claim(
                row.getObject("id", UUID.class),
                work,
                row.getString("kind"),
                row.getLong("version"),
                row.getBoolean("wanted"),
                row.getInt("attempts") <= 1,
                row.getString("spec_hash"),
                row.getInt("attempts"),
                Sql.instant(row, "lease_until"),
                Sql.instant(row, "due_at"),
                row.getBoolean("awaited"));
    }

    private static Made made(String vendorId, String outputs) {
        return new Made(vendorId, outputs == null ? Json.object() : Json.tree(outputs));
    }

    private List<Claim> withDependencies(List<Claim> claims) {
        if (claims.isEmpty()) {
            return claims;
        }
        record Dependency(UUID of, String name, Made made) {}
        Map<UUID, Map<String, Made>> dependencies = new HashMap<>();
        sql.list(
                        """
                        select r.id, d.name, d.vendor_id, d.outputs
                        from (select id, center_id, unnest(depends_on) needed from resource
                              where id = any (?::uuid[])) r
                        join resource d on d.center_id = r.center_id and d.name = r.needed
                        where d.vendor_id is not null
                        """,
                        row -> new Dependency(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                made(row.getString(3), row.getString(4))),
                        (Object) claims.stream().map(c -> c.id().toString()).toArray(String[]::new))
                .forEach(d -> dependencies
                        .computeIfAbsent(d.of(), id -> new HashMap<>())
                        .put(d.name(), d.made()));
        return claims.stream()
                .map(c -> c.with(dependencies.getOrDefault(c.id(), Map.of())))
                .toList();
    }
}
