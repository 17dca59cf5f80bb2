package io.tocsin.desk;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The rows of {@code desk_task}: calls that wait or waited for an agent. */
@ApplicationScoped
class QueueTasks {
    private final Sql sql;
    private final Clock clock;

    QueueTasks(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void queued(UUID centerId, String taskSid, QueuedCall call, Instant at) {
        sql.update(
                """
                insert into desk_task (task_sid, center_id, call_sid, queue, reason, language, personal_data, queued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (task_sid) do nothing""",
                taskSid,
                centerId,
                call.callSid(),
                call.queue(),
                call.reason(),
                call.language(),
                call.personalData(),
                at);
    }

    void answered(String taskSid) {
        sql.update(
                "update desk_task set answered_at = ? where task_sid = ? and answered_at is null",
                clock.instant(),
                taskSid);
    }

    void ended(String taskSid) {
        sql.update(
                "update desk_task set ended_at = ? where task_sid = ? and ended_at is null", clock.instant(), taskSid);
    }
}
