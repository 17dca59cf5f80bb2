package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import io.tocsin.riskpack.RunbookTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tasks of a center's runbook, with who does them and which are done. */
@ApplicationScoped
class Runbook {
    private static final int LONGEST_OWNER = 200;

    private final Centers centers;
    private final PlanMaker plans;
    private final CenterJournal journal;
    private final Sql sql;
    private final Clock clock;

    Runbook(Centers centers, PlanMaker plans, CenterJournal journal, Sql sql, Clock clock) {
        this.centers = centers;
        this.plans = plans;
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param owner who does it; empty for nobody yet
     * @param dueAt null where the pack sets no time
     * @param doneAt null while it is not done
     */
    record Task(RunbookTask task, String owner, Instant dueAt, Instant doneAt, String doneBy) {
        public boolean isDone() {
            return doneAt != null;
        }
    }

    private record Touched(String owner, Instant doneAt, String doneBy) {
        static final Touched NOT = new Touched("", null, "");
    }

    List<Task> of(UUID centerId) {
        IncidentCenter center = centers.get(centerId);
        Map<String, Touched> touched =
                sql.list("select * from runbook_task where center_id = ?", Runbook::read, centerId).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return plans.pack(center).runbook().stream()
                .sorted(Comparator.comparing(RunbookTask::phase).thenComparing(RunbookTask::order))
                .map(t -> task(t, center.createdAt, touched.getOrDefault(t.id(), Touched.NOT)))
                .toList();
    }

    private static Task task(RunbookTask task, Instant from, Touched touched) {
        Instant due = task.withinMinutes() == 0 ? null : from.plus(Duration.ofMinutes(task.withinMinutes()));
        return new Task(task, touched.owner(), due, touched.doneAt(), touched.doneBy());
    }

    private static Map.Entry<String, Touched> read(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        String by = row.getString("done_by");
        return Map.entry(
                row.getString("task_id"),
                new Touched(owner == null ? "" : owner, Sql.instant(row, "done_at"), by == null ? "" : by));
    }

    /** @param owner empty for nobody */
    @Transactional
    void give(UUID centerId, String taskId, String owner, String actor) {
        RunbookTask task = task(centerId, taskId);
        if (owner.length() > LONGEST_OWNER) {
            throw Problem.invalid(
                    "owner-invalid",
                    Phrase.of("Correct the field listed below.", "下記の項目を修正してください。"),
                    List.of(Violation.of("owner", "Give a name of at most 200 characters.", "名前は200文字以内にしてください。")));
        }
        sql.update(
                "insert into runbook_task (center_id, task_id, owner) values (?, ?, nullif(?, ''))"
                        + " on conflict (center_id, task_id) do update set owner = excluded.owner",
                centerId,
                taskId,
                owner);
        journal.add(
                centerId,
                actor,
                "runbook.given",
                Phrase.of(
                        "New owner of the task: " + task.title().en(),
                        "担当を変更: " + task.title().ja()),
                Map.of("task", taskId));
    }

    @Transactional
    void done(UUID centerId, String taskId, boolean done, String actor) {
        RunbookTask task = task(centerId, taskId);
        sql.update(
                "insert into runbook_task (center_id, task_id, done_at, done_by) values (?, ?, ?, ?)"
                        + " on conflict (center_id, task_id) do update set done_at = excluded.done_at,"
                        + " done_by = excluded.done_by",
                centerId,
                taskId,
                done ? clock.instant() : null,
                done ? actor : null);
        Phrase said = done
                ? Phrase.of("Done: " + task.title().en(), "完了: " + task.title().ja())
                : Phrase.of(
                        "Not done after all: " + task.title().en(),
                        "未完了に戻す: " + task.title().ja());
        journal.add(centerId, actor, done ? "runbook.done" : "runbook.reopened", said, Map.of("task", taskId));
    }

    private RunbookTask task(UUID centerId, String taskId) {
        return plans.pack(centers.get(centerId)).runbook().stream()
                .filter(t -> t.id().equals(taskId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Phrase.of("The runbook has no task '%s'.", "手順「%s」はありません。")
                        .with(taskId)));
    }
}
