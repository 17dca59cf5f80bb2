package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** The behaviour at present: kept in the database so that it outlives a crash, read again at most once a second. */
@ApplicationScoped
class Behaviours {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Sql sql;
    private final DrillConfig config;
    private volatile Behaviour known;
    private volatile long readAt;

    Behaviours(Sql sql, DrillConfig config) {
        this.sql = sql;
        this.config = config;
    }

    Behaviour now() {
        if (known == null || System.nanoTime() - readAt > FRESH_NANOS) {
            readAt = System.nanoTime();
            known = stored();
        }
        return known;
    }

    /** Changes what is named in the request and leaves the rest as it is. */
    Behaviour change(JsonNode wanted) {
        ObjectNode merged = (ObjectNode) Json.tree(now());
        merged.setAll((ObjectNode) wanted);
        Behaviour next = Json.convert(merged, Behaviour.class);
        next.check();
        sql.update(
                "insert into drill.behaviour (doc) values (?::jsonb) on conflict (id) do update set doc = excluded.doc",
                Json.write(next));
        known = next;
        return next;
    }

    /** Back to what the configuration says. */
    Behaviour reset() {
        sql.update("delete from drill.behaviour");
        known = Behaviour.configured(config);
        return known;
    }

    private Behaviour stored() {
        return sql.first("select doc from drill.behaviour", row -> Json.read(row.getString(1), Behaviour.class))
                .orElseGet(() -> Behaviour.configured(config));
    }
}
