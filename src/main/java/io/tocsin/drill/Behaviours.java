package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;

/** The behaviour at present: kept in the database so that it outlives a crash, read again at most once a second. */
@ApplicationScoped
class Behaviours {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Sql sql;
    private final DrillConfig config;
    /** A reading that began before a change must not undo it. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Behaviour known;
    private volatile long readAt;

    Behaviours(Sql sql, DrillConfig config) {
        this.sql = sql;
        this.config = config;
    }

    Behaviour now() {
        Behaviour last = known;
        if (last != null && System.nanoTime() - readAt < FRESH_NANOS) {
            return last;
        }
        return last == null || lock.tryLock() ? refreshed(last == null) : last;
    }

    private Behaviour refreshed(boolean first) {
        if (first) {
            lock.lock();
        }
        try {
            known = stored();
            readAt = System.nanoTime();
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Changes what is named in the request and leaves the rest as it is. */
    Behaviour change(JsonNode wanted) {
        ObjectNode merged = (ObjectNode) Json.tree(now());
        merged.setAll((ObjectNode) wanted);
        Behaviour next = Json.convert(merged, Behaviour.class);
        next.check();
        return keep(
                next,
                () -> sql.update(
                        "insert into drill.behaviour (doc) values (?::jsonb)"
                                + " on conflict (id) do update set doc = excluded.doc",
                        Json.write(next)));
    }

    /** Back to what the configuration says. */
    Behaviour reset() {
        return keep(Behaviour.configured(config), () -> sql.update("delete from drill.behaviour"));
    }

    private Behaviour keep(Behaviour next, Runnable write) {
        lock.lock();
        try {
            write.run();
            known = next;
            readAt = System.nanoTime();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private Behaviour stored() {
        return sql.first("select doc from drill.behaviour", row -> Json.read(row.getString(1), Behaviour.class))
                .orElseGet(() -> Behaviour.configured(config));
    }
}
