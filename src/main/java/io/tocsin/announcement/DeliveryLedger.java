package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The ledger's moves on the hot path, many rows per statement. Every move names the states that it may come from, so that
 * whatever arrives twice, late or out of order changes nothing.
 */
@ApplicationScoped
class DeliveryLedger {
    /** Whether messages of announcement {@code a} in center {@code c} may leave. */
    static final String MAY_SEND = """
            a.state in ('FIRST_SHARE', 'RUNNING')
            and (c.phase = 'OPEN' or c.phase = 'READY' and a.early_reason is not null)""";

    private static final String CLAIM = """
            with due as (
                select d.id, r.suppressed_at is not null as suppressed, q.until
                from delivery d join recipient r on r.id = d.recipient_id
                    left join unnest(?::text[], ?::text[], ?::timestamptz[]) as q(zone, country, until)
                        on q.zone = r.zone and q.country = r.country
                where d.announcement_id = ? and d.chunk = ? and d.state = 'PLANNED'
                    and (d.not_before is null or d.not_before <= ?)
                    and exists (select 1 from announcement a join incident_center c on c.id = a.center_id
                                where a.id = d.announcement_id and %s)
                limit ? for update of d skip locked)
            update delivery d set
                state = case when due.suppressed then 'SUPPRESSED' when due.until is not null then 'HELD'
                             else 'ATTEMPTING' end,
                not_before = due.until,
                attempted_at = case when due.suppressed or due.until is not null then d.attempted_at else ? end,
                settled_at = case when due.suppressed then ?::timestamptz end,
                attempts = d.attempts + case when due.suppressed or due.until is not null then 0 else 1 end
            from due where d.id = due.id
            returning d.id, d.recipient_id, d.channel, d.state, d.attempts""".formatted(MAY_SEND);

    /** Writers who lock their rows in one order never block each other for ever. */
    private static final String IN_ORDER =
            "select id from delivery where id = any (?::uuid[]) order by id for no key update";

    private static final String OUTCOMES = """
            update delivery d set state = o.state, reason = o.reason, vendor_id = coalesce(o.vendor_id, d.vendor_id),
                segments = coalesce(o.segments, d.segments), not_before = o.not_before,
                settled_at = case when o.state in ('FAILED', 'SUPPRESSED') then ?::timestamptz end
            from (%s) l, unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::timestamptz[])
                as o(id, state, reason, vendor_id, segments, not_before)
            where d.id = l.id and o.id = l.id and (d.state = 'ATTEMPTING' or d.state = 'UNKNOWN' and o.state in ('SENT', 'FAILED'))""".formatted(IN_ORDER);

    private static final String REPORTS = """
            update delivery d set state = o.state, reason = o.reason, vendor_id = coalesce(d.vendor_id, o.vendor_id),
                not_before = null,
                settled_at = case when o.state = 'SENT' then null else ?::timestamptz end
            from (%s) l, unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as o(id, state, reason, vendor_id),
                announcement a
            where d.id = l.id and o.id = l.id and a.id = d.announcement_id and a.mode = ? and case o.state
                when 'SENT' then d.state in ('PLANNED', 'HELD', 'ATTEMPTING', 'UNKNOWN')
                when 'DELIVERED' then d.state <> 'DELIVERED'
                else d.state not in ('DELIVERED', 'FAILED') end""".formatted(IN_ORDER);

    private final DataSource database;
    private final Clock clock;

    DeliveryLedger(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param looked rows that were due and that this statement moved; fewer than asked for: the chunk has no more
     * @param claims those of them to be attempted now
     */
    record Claimed(int looked, List<Claim> claims) {}

    /** Once this returns the attempts are on record. Nothing is claimed while somebody moves the announcement. */
    Claimed claim(UUID announcementId, int chunk, int most, QuietZones quiet) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lockShared(connection, announcementId);
                Claimed claimed = claim(connection, announcementId, chunk, most, quiet);
                connection.commit();
                return claimed;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void lockShared(Connection connection, UUID announcementId) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock_shared(hashtextextended(?, 9))")) {
            lock.setString(1, announcementId.toString());
            lock.execute();
        }
    }

    private Claimed claim(Connection connection, UUID announcementId, int chunk, int most, QuietZones quiet)
            throws SQLException {
        Instant now = clock.instant();
        List<QuietZones.Quiet> quietNow = quiet.at(now);
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            int i = 1;
            claim.setArray(
                    i++,
                    texts(
                            connection,
                            quietNow.stream().map(QuietZones.Quiet::zone).toList()));
            claim.setArray(
                    i++,
                    texts(
                            connection,
                            quietNow.stream().map(QuietZones.Quiet::country).toList()));
            claim.setArray(
                    i++,
                    times(
                            connection,
                            quietNow.stream().map(QuietZones.Quiet::until).toList()));
            claim.setObject(i++, announcementId);
            claim.setInt(i++, chunk);
            claim.setObject(i++, time(now));
            claim.setInt(i++, most);
            claim.setObject(i++, time(now));
            claim.setObject(i, time(now));
            int looked = 0;
            List<Claim> claims = new ArrayList<>(most);
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    looked++;
                    if (row.getString(4).equals("ATTEMPTING")) {
                        claims.add(new Claim(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                Channel.valueOf(row.getString(3)),
                                row.getInt(5)));
                    }
                }
            }
            return new Claimed(looked, claims);
        }
    }

    void settle(Collection<Outcome> outcomes) throws SQLException {
        List<Row> rows = outcomes.stream().map(DeliveryLedger::row).toList();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(OUTCOMES)) {
            update.setObject(1, time(clock.instant()));
            bind(connection, update, 2, rows);
            update.setArray(
                    7,
                    connection.createArrayOf(
                            "smallint", rows.stream().map(Row::segments).toArray()));
            update.setArray(
                    8, times(connection, rows.stream().map(Row::notBefore).toList()));
            update.executeUpdate();
        }
    }

    /** What the carrier tells of messages, by callback or in its list. */
    void report(Mode mode, Collection<Report> reports) throws SQLException {
        List<Row> rows = reports.stream()
                .map(r -> new Row(r.deliveryId(), r.state().name(), r.reason(), r.vendorId(), null, null))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(REPORTS)) {
            update.setObject(1, time(clock.instant()));
            bind(connection, update, 2, rows);
            update.setString(7, mode.name());
            update.executeUpdate();
        }
    }

    /** Says of attempts that they are still being made. @return those for which that is so */
    List<UUID> renew(Collection<UUID> deliveryIds) throws SQLException {
        List<UUID> mine = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update delivery d set attempted_at = ? from ("
                        + IN_ORDER + ") l where d.id = l.id and state = 'ATTEMPTING' returning d.id")) {
            update.setObject(1, time(clock.instant()));
            update.setArray(2, connection.createArrayOf("uuid", deliveryIds.toArray()));
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    mine.add(row.getObject(1, UUID.class));
                }
            }
        }
        return mine;
    }

    private record Row(UUID id, String state, String reason, String vendorId, Integer segments, Instant notBefore) {}

    private static Row row(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent o ->
                new Row(o.deliveryId(), "SENT", null, o.vendorId(), o.segments() == 0 ? null : o.segments(), null);
            case Outcome.Failed o -> new Row(o.deliveryId(), "FAILED", o.reason(), null, null, null);
            case Outcome.Unknown o -> new Row(o.deliveryId(), "UNKNOWN", o.reason(), null, null, null);
            case Outcome.NotDone o -> new Row(o.deliveryId(), "PLANNED", null, null, null, o.notBefore());
            case Outcome.Suppressed o -> new Row(o.deliveryId(), "SUPPRESSED", null, null, null, null);
        };
    }

    private static void bind(Connection connection, PreparedStatement update, int at, List<Row> rows)
            throws SQLException {
        Array ids = connection.createArrayOf("uuid", rows.stream().map(Row::id).toArray());
        update.setArray(at, ids);
        update.setArray(at + 1, ids);
        update.setArray(at + 2, texts(connection, rows.stream().map(Row::state).toList()));
        update.setArray(at + 3, texts(connection, rows.stream().map(Row::reason).toList()));
        update.setArray(
                at + 4, texts(connection, rows.stream().map(Row::vendorId).toList()));
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Array times(Connection connection, List<Instant> values) throws SQLException {
        return connection.createArrayOf(
                "timestamptz",
                values.stream().map(v -> v == null ? null : v.toString()).toArray());
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
