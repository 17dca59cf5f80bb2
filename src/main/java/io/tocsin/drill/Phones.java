package io.tocsin.drill;

import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Who picks up, and how: by phone number, {@code sip:} or {@code client:} address. */
@ApplicationScoped
class Phones {
    private final Sql sql;

    Phones(Sql sql) {
        this.sql = sql;
    }

    Phone at(String uri) {
        return sql.first(
                        "select doc from drill.phone where uri = ?",
                        row -> Json.read(row.getString(1), Phone.class),
                        uri)
                .orElse(Phone.ORDINARY);
    }

    void put(String uri, Phone phone) {
        sql.update(
                "insert into drill.phone (uri, doc) values (?, ?::jsonb)"
                        + " on conflict (uri) do update set doc = excluded.doc",
                uri,
                Json.write(phone));
    }
}
