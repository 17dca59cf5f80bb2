package io.tocsin.ivr;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes steps, calls, call-back requests and voicemails in one transaction. Writing a row twice does no harm. */
final class JournalTable {
    private static final String STEPS = """
            insert into call_journal (id, call_sid, center_id, node, action, language, key, outcome, at, durable_at)
            select id, call_sid, center_id, node, action, language, key, outcome, at, coalesce(durable_at, clock_timestamp())
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                as t(id, call_sid, center_id, node, action, language, key, outcome, at, durable_at)
            on conflict do nothing""";
    private static final String CALLS = """
            insert into call (sid, center_id, started_at, ended_at, outcome, language, reason, answered_by, caller_hash, caller_encrypted)
            select * from unnest(?::text[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
            on conflict (sid) do update set
                started_at = least(call.started_at, excluded.started_at),
                ended_at = greatest(call.ended_at, excluded.ended_at),
                outcome = coalesce(excluded.outcome, call.outcome),
                language = coalesce(excluded.language, call.language),
                reason = coalesce(excluded.reason, call.reason),
                answered_by = coalesce(excluded.answered_by, call.answered_by),
                caller_hash = coalesce(call.caller_hash, excluded.caller_hash),
                caller_encrypted = coalesce(call.caller_encrypted, excluded.caller_encrypted)""";
    private static final String CALLBACKS = """
            insert into callback_request (id, center_id, call_sid, language, number_hash, number_encrypted, asked_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::timestamptz[])
            on conflict do nothing""";
    private static final String VOICEMAILS = """
            insert into voicemail (id, center_id, call_sid, language, recording_sid, seconds, left_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[])
            on conflict (recording_sid) do update set seconds = greatest(voicemail.seconds, excluded.seconds)""";

    private JournalTable() {}

    /**
     * Rows that are written for the first time.
     *
     * @param connection with auto-commit off
     */
    static void writeNew(Connection connection, List<JournalRow> rows, Instant now) throws SQLException {
        JournalCopy.steps(connection, rows, now);
        rest(connection, rows);
    }

    /**
     * Rows that may be there already: they came back from the spill file.
     *
     * @param connection with auto-commit off
     */
    static void write(Connection connection, List<JournalRow> rows) throws SQLException {
        steps(connection, rows);
        rest(connection, rows);
    }

    private static void rest(Connection connection, List<JournalRow> rows) throws SQLException {
        calls(connection, rows);
        callbacks(
                connection,
                rows.stream().filter(row -> row.callbackHash() != null).toList());
        voicemails(connection, onePerRecording(rows));
        connection.commit();
    }

    private static void steps(Connection connection, List<JournalRow> rows) throws SQLException {
        insert(
                connection,
                STEPS,
                rows,
                new Column<>("uuid", JournalRow::id),
                new Column<>("text", JournalRow::callSid),
                new Column<>("uuid", JournalRow::centerId),
                new Column<>("text", JournalRow::node),
                new Column<>("text", JournalRow::action),
                new Column<>("text", JournalRow::language),
                new Column<>("text", JournalRow::key),
                new Column<>("text", JournalRow::outcome),
                new Column<>("timestamptz", JournalRow::at),
                new Column<>("timestamptz", JournalRow::durableAt));
    }

    private static void calls(Connection connection, List<JournalRow> rows) throws SQLException {
        Map<String, CallChange> changes = new LinkedHashMap<>();
        for (JournalRow row : rows) {
            changes.merge(row.callSid(), CallChange.of(row), CallChange::then);
        }
        insert(
                connection,
                CALLS,
                changes.values().stream().filter(CallChange::matters).toList(),
                new Column<>("text", CallChange::sid),
                new Column<>("uuid", CallChange::centerId),
                new Column<>("timestamptz", CallChange::startedAt),
                new Column<>("timestamptz", CallChange::endedAt),
                new Column<>("text", CallChange::outcome),
                new Column<>("text", CallChange::language),
                new Column<>("text", CallChange::reason),
                new Column<>("text", CallChange::answeredBy),
                new Column<>("text", CallChange::callerHash),
                new Column<>("bytea", CallChange::callerSealed));
    }

    private static void callbacks(Connection connection, List<JournalRow> rows) throws SQLException {
        insert(
                connection,
                CALLBACKS,
                rows,
                new Column<>("uuid", JournalRow::id),
                new Column<>("uuid", JournalRow::centerId),
                new Column<>("text", JournalRow::callSid),
                new Column<>("text", JournalRow::language),
                new Column<>("text", JournalRow::callbackHash),
                new Column<>("bytea", JournalRow::callbackSealed),
                new Column<>("timestamptz", JournalRow::at));
    }

    private static void voicemails(Connection connection, List<JournalRow> rows) throws SQLException {
        insert(
                connection,
                VOICEMAILS,
                rows,
                new Column<>("uuid", JournalRow::id),
                new Column<>("uuid", JournalRow::centerId),
                new Column<>("text", JournalRow::callSid),
                new Column<>("text", JournalRow::language),
                new Column<>("text", JournalRow::recordingSid),
                new Column<>("int4", JournalRow::seconds),
                new Column<>("timestamptz", JournalRow::at));
    }

    /** One statement may touch a recording only once. */
    private static List<JournalRow> onePerRecording(List<JournalRow> rows) {
        Map<String, JournalRow> byRecording = new LinkedHashMap<>();
        Stream<JournalRow> left = rows.stream()
                .filter(row -> row.recordingSid() != null && !row.recordingSid().isEmpty());
        left.forEach(row -> byRecording.merge(row.recordingSid(), row, (a, b) -> b.seconds() > a.seconds() ? b : a));
        return List.copyOf(byRecording.values());
    }

    private record Column<T>(String type, Function<T, Object> value) {}

    @SafeVarargs
    private static <T> void insert(Connection connection, String sql, List<T> rows, Column<T>... columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                Column<T> column = columns[i];
                Object[] values = column.type().equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    Object value = column.value().apply(rows.get(row));
                    values[row] = column.type().equals("timestamptz") ? Objects.toString(value, null) : value;
                }
                statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
            }
            statement.executeUpdate();
        }
    }
}
