package io.tocsin.desk;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        return new DrillReport(
                run.people(),
                run.begun(),
                DrillReport.line(callers, within),
                DrillReport.line(chatters(run.id()), within),
                DrillReport.by(callers, DrillReport.Caller::reason, within),
                DrillReport.by(callers, DrillReport.Caller::language, within),
                agents(run.id()));
    }

    private List<DrillReport.Caller> callers(UUID drillId) {
        return sql.list("""
                select t.reason, t.language, t.answered_at is not null answered, t.ended_at is not null is_over,
                    extract(epoch from coalesce(t.answered_at, t.ended_at, ?) - t.queued_at) wait
                from drill_arrival a join desk_task t on t.call_sid = a.call_sid where a.drill_id = ?""", DrillReports::caller, clock.instant(), drillId);
    }

    private static DrillReport.Caller caller(ResultSet row) throws SQLException {
        return new DrillReport.Caller(
                row.getString("reason"),
                row.getString("language"),
                row.getBoolean("answered"),
                row.getBoolean("is_over"),
                Math.max(0, row.getDouble("wait")));
    }

    private List<DrillReport.Caller> chatters(UUID drillId) {
        return sql.list("""
                select a.reason, a.language, c.taken_at is not null answered, c.ended_at is not null is_over,
                    extract(epoch from coalesce(c.taken_at, c.ended_at, ?) - coalesce(c.waiting_since, c.begun_at)) wait
                from drill_arrival a join chat c on c.inquiry_id = a.chat_id where a.drill_id = ?""", DrillReports::caller, clock.instant(), drillId);
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
