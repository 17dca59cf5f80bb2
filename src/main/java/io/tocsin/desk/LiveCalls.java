package io.tocsin.desk;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The calls of a center's queues that go on, and who listens to them. */
@ApplicationScoped
class LiveCalls {
    private final ListeningTable listenings;
    private final Sql sql;

    LiveCalls(ListeningTable listenings, Sql sql) {
        this.listenings = listenings;
        this.sql = sql;
    }

    List<LiveCall> of(UUID centerId) {
        List<Listening> open = listenings.open(centerId);
        return sql.list(
                """
                select c.id, c.seat_no, p.name, c.queue, c.language, c.personal_data, c.answered_at, t.told_of_listening
                from desk_contact c join desk_task t on t.task_sid = c.task_sid join roster_person p on p.id = c.person_id
                where c.center_id = ? and c.kind = 'CALL' and c.stage = 'ANSWERED' and t.ended_at is null
                order by c.answered_at""",
                row -> {
                    UUID contact = row.getObject("id", UUID.class);
                    return new LiveCall(
                            contact,
                            row.getString("seat_no"),
                            row.getString("name"),
                            row.getString("queue"),
                            row.getString("language"),
                            row.getBoolean("personal_data"),
                            Sql.instant(row, "answered_at"),
                            row.getBoolean("told_of_listening"),
                            open.stream()
                                    .filter(listening -> listening.contact().equals(contact))
                                    .map(listening ->
                                            new LiveCall.Listener(listening.supervisor(), listening.begunAt()))
                                    .toList());
                },
                centerId);
    }
}
