package io.tocsin.desk;

import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rehearsals of a center: planned, started, stopped, read. Only ever of a drill center. */
@ApplicationScoped
class Drills {
    private final Centers centers;
    private final Queues queues;
    private final AuditLog audit;
    private final Sql sql;
    private final Clock clock;

    Drills(Centers centers, Queues queues, AuditLog audit, Sql sql, Clock clock) {
        this.centers = centers;
        this.queues = queues;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Reasons that simulated people may have. */
    List<String> reasons(UUID centerId) {
        return queues.of(centerId).stream().map(QueueNeed::reason).distinct().toList();
    }

    @Transactional
    public DrillRun start(UUID centerId, DrillPlan plan, String by) {
        IncidentCenter center = centers.lock(centerId);
        if (center.mode() != Mode.DRILL) {
            throw Problem.conflict(
                    "live-center",
                    Phrase.of(
                            "This center is live: nobody simulated may reach it. Declare a drill center to rehearse.",
                            "本番のセンターでは模擬の問い合わせを行えません。訓練用のセンターを作成してください。"));
        }
        if (center.phase() != Phase.OPEN) {
            throw Problem.conflict(
                    "center-closed",
                    Phrase.of("Open the center first: callers of a drill want agents.", "先にセンターを開設してください。"));
        }
        List<Violation> wrong = plan == null
                ? List.of(Violation.of("curve", "Say how many people come when.", "人数の推移を指定してください。"))
                : plan.violations(reasons(centerId), center.languages());
        if (!wrong.isEmpty()) {
            throw Problem.invalid(
                    "drill-invalid", Phrase.of("The drill cannot run like this.", "この内容では訓練を開始できません。"), wrong);
        }
        if (running(centerId)) {
            throw Problem.conflict(
                    "drill-running", Phrase.of("A drill is running. Stop it first.", "訓練を実行中です。先に停止してください。"));
        }
        return begin(centerId, plan, by);
    }

    private boolean running(UUID centerId) {
        return sql.first("select 1 from drill_run where center_id = ? and state = 'RUNNING'", row -> true, centerId)
                .isPresent();
    }

    private DrillRun begin(UUID centerId, DrillPlan plan, String by) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        sql.update(
                "insert into drill_run (id, center_id, plan, state, started_at, started_by) values (?, ?, ?, 'RUNNING', ?, ?)",
                id,
                centerId,
                Sql.json(plan),
                now,
                by);
        List<DrillCurve.Arrival> people = DrillCurve.of(plan);
        List<Object[]> rows = new ArrayList<>(people.size());
        for (DrillCurve.Arrival person : people) {
            rows.add(new Object[] {
                id,
                rows.size() + 1,
                now.plusMillis(Math.round(person.secondsIn() * 1000)),
                person.chat() ? "CHAT" : "CALL",
                person.reason(),
                person.language(),
                person.patienceSeconds()
            });
        }
        sql.batch(
                "insert into drill_arrival (drill_id, number, due_at, channel, reason, language, patience_seconds)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
        audit.record(by, "drill.started", "drill " + id, centerId, Map.of("people", people.size()));
        return get(centerId, id);
    }

    /** Whoever has come stays; nobody new does. */
    @Transactional
    public DrillRun stop(UUID centerId, UUID id, String by) {
        DrillRun run = get(centerId, id);
        int stopped = sql.update(
                "update drill_run set state = 'STOPPED', ended_at = ? where id = ? and state = 'RUNNING'",
                clock.instant(),
                id);
        if (stopped == 1) {
            audit.record(by, "drill.stopped", "drill " + id, centerId, Map.of("begun", run.begun()));
        }
        return get(centerId, id);
    }

    DrillRun get(UUID centerId, UUID id) {
        return sql.first(DrillRun.SELECT + "where r.center_id = ? and r.id = ?", DrillRun::read, centerId, id)
                .orElseThrow(() -> Problem.notFound(Phrase.of("There is no such drill.", "この訓練はありません。")));
    }

    /** Newest first. */
    List<DrillRun> of(UUID centerId) {
        return sql.list(
                DrillRun.SELECT + "where r.center_id = ? order by r.id desc limit 50", DrillRun::read, centerId);
    }
}
