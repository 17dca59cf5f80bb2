package io.tocsin.desk;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
                insert into desk_task (task_sid, center_id, call_sid, queue, reason, language, personal_data, queued_at,
                    told_of_listening) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (task_sid) do nothing""",
                taskSid,
                centerId,
                call.callSid(),
                call.queue(),
                call.reason(),
                call.language(),
                call.personalData(),
                at,
                call.toldOfListening());
    }

    void answered(String taskSid) {
        sql.update(
                "update desk_task set answered_at = ? where task_sid = ? and answered_at is null",
                clock.instant(),
                taskSid);
    }

    /** The newest task of a call: it may have come into a queue more than once. */
    String of(String callSid) {
        return sql.first(
                        "select task_sid from desk_task where call_sid = ? order by queued_at desc limit 1",
                        row -> row.getString(1),
                        callSid)
                .orElse("");
    }

    /** Whether this caller heard, before the last queue, that somebody may listen. */
    boolean toldOfListening(String callSid) {
        return sql.first(
                        "select told_of_listening from desk_task where call_sid = ? order by queued_at desc limit 1",
                        row -> row.getBoolean(1),
                        callSid)
                .orElse(false);
    }

    /** The carrier leaves it in wrap-up until somebody completes it. */
    void wrapsUp(String taskSid, String workspaceSid) {
        sql.update("update desk_task set wrap_up_in = ? where task_sid = ?", workspaceSid, taskSid);
    }

    void wrappedUp(String taskSid) {
        sql.update("update desk_task set wrap_up_in = null where task_sid = ?", taskSid);
    }

    /** @param mode of its center */
    record WrapUp(String taskSid, String workspaceSid, Mode mode) {}

    /** Takes those that nobody tried to complete for some time; nobody else tries them now. */
    List<WrapUp> takeWrapUps(Duration since) {
        Instant now = clock.instant();
        return sql.list(
                """
                with open as (select task_sid from desk_task where wrap_up_in is not null
                    and (wrap_up_tried_at is null or wrap_up_tried_at < ?) limit 50 for update skip locked)
                update desk_task t set wrap_up_tried_at = ? from open, incident_center c
                where t.task_sid = open.task_sid and c.id = t.center_id returning t.task_sid, t.wrap_up_in, c.mode""",
                row -> new WrapUp(row.getString(1), row.getString(2), Mode.valueOf(row.getString(3))),
                now.minus(since),
                now);
    }

    void ended(String taskSid) {
        sql.update(
                "update desk_task set ended_at = ? where task_sid = ? and ended_at is null", clock.instant(), taskSid);
    }
}
