package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the drill carrier keeps what it sold and made: in PostgreSQL, as it must outlive a crash of ours. */
@ApplicationScoped
class Things {
    private static final String COLUMNS = "sid, kind, parent, name, place, state, priority, doc, created_at";

    private final Sql sql;

    Things(Sql sql) {
        this.sql = sql;
    }

    /** @return false where its place is taken */
    boolean add(Thing thing) {
        return sql.update(
                        "insert into drill.thing (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)"
                                + " on conflict do nothing",
                        thing.sid(),
                        thing.kind(),
                        thing.parent(),
                        thing.name(),
                        thing.place(),
                        thing.state(),
                        thing.priority(),
                        Json.write(thing.doc()),
                        thing.createdAt())
                == 1;
    }

    Optional<Thing> get(Thing.Kind kind, String sid) {
        return sql.first("select " + COLUMNS + " from drill.thing where sid = ? and kind = ?", Things::read, sid, kind);
    }

    /** In the order of creation. Filters that are null do not filter. */
    List<Thing> list(Thing.Kind kind, String parent, String name, String place, int offset, int limit) {
        StringBuilder text = new StringBuilder("select " + COLUMNS + " from drill.thing where kind = ? and parent = ?");
        List<Object> arguments = new ArrayList<>(List.of(kind, parent));
        if (name != null) {
            text.append(" and name = ?");
            arguments.add(name);
        }
        if (place != null) {
            text.append(" and place = ?");
            arguments.add(place);
        }
        text.append(" order by seq offset ? limit ?");
        arguments.add(offset);
        arguments.add(limit);
        return sql.list(text.toString(), Things::read, arguments.toArray());
    }

    /** What has this place, whatever it belongs to; the newest. */
    Optional<Thing> anywhere(Thing.Kind kind, String place) {
        return sql.first(
                "select " + COLUMNS + " from drill.thing where kind = ? and place = ? order by seq desc limit 1",
                Things::read,
                kind,
                place);
    }

    List<Thing> all(Thing.Kind kind, String parent) {
        return list(kind, parent, null, null, 0, Integer.MAX_VALUE);
    }

    /** Without reading what is there: the shelf asks it at every search. */
    Set<String> places(Thing.Kind kind, String parent) {
        return Set.copyOf(sql.list(
                "select place from drill.thing where kind = ? and parent = ? and place is not null",
                row -> row.getString(1),
                kind,
                parent));
    }

    List<Thing> anywhereInState(Thing.Kind kind, String... states) {
        return sql.list(
                "select " + COLUMNS + " from drill.thing where kind = ? and state = any (?)"
                        + " order by priority desc, seq",
                Things::read,
                kind,
                states);
    }

    List<Thing> inState(Thing.Kind kind, String parent, String... states) {
        return sql.list(
                "select " + COLUMNS + " from drill.thing where kind = ? and parent = ? and state = any (?)"
                        + " order by priority desc, seq",
                Things::read,
                kind,
                parent,
                states);
    }

    /** Workers who could take a task now, who has rested longest first. */
    List<Thing> idleWorkers(String workspaceSid) {
        return sql.list(
                "select " + COLUMNS + " from drill.thing where kind = 'WORKER' and parent = ? and state = 'idle'"
                        + " and (doc ->> 'available')::boolean order by doc ->> 'rested_since' nulls first, seq",
                Things::read,
                workspaceSid);
    }

    /** After a crash nobody is on the phone. */
    void freeWorkers() {
        sql.update("update drill.thing set state = 'idle' where kind = 'WORKER' and state = 'busy'");
    }

    List<Thing> reservationsOf(String taskSid, String... states) {
        return sql.list(
                "select " + COLUMNS + " from drill.thing where kind = 'RESERVATION' and doc ->> 'task_sid' = ?"
                        + " and state = any (?)",
                Things::read,
                taskSid,
                states);
    }

    /** Overwrites fields, renaming and moving it as the fields say. */
    void change(Thing thing, ObjectNode fields, String name, String place) {
        sql.update(
                "update drill.thing set doc = doc || ?::jsonb, name = ?, place = ? where sid = ?",
                Json.write(fields),
                name,
                place,
                thing.sid());
    }

    void change(String sid, ObjectNode fields) {
        sql.update("update drill.thing set doc = doc || ?::jsonb where sid = ?", Json.write(fields), sid);
    }

    /** Moves it on only if it still stands where the caller saw it. */
    boolean move(String sid, String from, String to, ObjectNode fields) {
        return sql.update(
                        "update drill.thing set state = ?, doc = doc || ?::jsonb where sid = ? and state = ?",
                        to,
                        Json.write(fields),
                        sid,
                        from)
                == 1;
    }

    /** Removes it and whatever belongs to it. */
    boolean remove(String sid) {
        boolean removed = sql.update("delete from drill.thing where sid = ?", sid) == 1;
        sql.update(
                "delete from drill.thing where parent = ? or parent in (select sid from drill.thing where parent = ?)",
                sid,
                sid);
        return removed;
    }

    private static Thing read(ResultSet row) throws SQLException {
        return new Thing(
                row.getString("sid"),
                Thing.Kind.valueOf(row.getString("kind")),
                row.getString("parent"),
                row.getString("name"),
                row.getString("place"),
                row.getString("state"),
                row.getInt("priority"),
                (ObjectNode) Json.tree(row.getString("doc")),
                row.getTimestamp("created_at").toInstant());
    }
}
