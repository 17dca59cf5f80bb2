package io.tocsin.event;

import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Keeps events in the transaction that makes them true. An event is on Kafka if and only if that transaction committed;
 * events of one key arrive there in the order of their commits.
 */
@ApplicationScoped
public class Outbox {
    private final Sql sql;
    private final Clock clock;

    Outbox(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void add(NewEvent event) {
        add(List.of(event));
    }

    /** Call inside a transaction, as late in it as possible: from here to the commit, others with the same key wait. */
    public void add(List<NewEvent> events) {
        Instant now = clock.instant();
        // Sequence numbers are drawn here but become visible at commit. The lock makes both happen in one order per
        // key;
        // taken in a fixed order, so that transactions with several keys cannot block each other.
        events.stream()
                .map(NewEvent::key)
                .distinct()
                .sorted()
                .forEach(key -> sql.first("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, key));
        sql.batch(
                "insert into outbox (event_id, topic, key, type, data, at) values (?, ?, ?, ?, ?, ?)",
                events.stream()
                        .map(e -> new Object[] {
                            Ids.next(now), e.topic(), e.key(), e.type(), new Sql.JsonArgument(Json.write(e.data())), now
                        })
                        .toList());
    }
}
