package io.tocsin.desk;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Reads what became of a drill's people. */
@ApplicationScoped
class DrillReports {
    private final Sql sql;
    private final DeskConfig config;
    private final Clock clock;

    DrillReports(Sql sql, DeskConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    DrillReport of(DrillRun run) {
        double within = config.answerWithin().toMillis() / 1000.0;
        List<DrillReport.Caller> callers = callers(run.id());
        int chats = sql.first(
                        "select count(*) from drill_arrival where drill_id = ? and chat_id is not null",
                        row -> row.getInt(1),
                        run.id())
                .orElse(0);
        return new DrillReport(
                run.people(),
                run.begun(),
                chats,
                DrillReport.line(callers, within),
                DrillReport.by(callers, DrillReport.Caller::reason, within),
                DrillReport.by(callers, DrillReport.Caller::language, within),
                agents(run.id()));
    }

    private List<DrillReport.Caller> callers(UUID drillId) {
        return sql.list(
                """
                select t.reason, t.language, t.answered_at is not null answered, t.ended_at is not null over,
                    extract(epoch from coalesce(t.answered_at, t.ended_at, ?) - t.queued_at) wait
                from drill_arrival a join desk_task t on t.call_sid = a.call_sid where a.drill_id = ?""",
                row -> new DrillReport.Caller(
                        row.getString("reason"),
                        row.getString("language"),
                        row.getBoolean("answered"),
                        row.getBoolean("over"),
                        Math.max(0, row.getDouble("wait"))),
                clock.instant(),
                drillId);
    }

    private List<DrillReport.AgentLine> agents(UUID drillId) {
        return sql.list(
                """
                select c.seat_no, p.name, count(*) filter (where c.answered_at is not null) answered,
                    count(*) filter (where c.stage = 'MISSED') missed,
                    coalesce(avg(extract(epoch from c.ended_at - c.answered_at))
                        filter (where c.answered_at is not null), 0) talk
                from drill_arrival a join desk_contact c on c.call_sid = a.call_sid or c.chat_id = a.chat_id
                join roster_person p on p.id = c.person_id
                where a.drill_id = ? group by c.seat_no, p.name order by c.seat_no""",
                row -> new DrillReport.AgentLine(
                        row.getString("seat_no"),
                        row.getString("name"),
                        row.getInt("answered"),
                        row.getInt("missed"),
                        DrillReport.round(row.getDouble("talk"))),
                drillId);
    }
}
