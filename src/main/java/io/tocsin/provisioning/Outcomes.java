package io.tocsin.provisioning;

import io.tocsin.platform.CenterLocks;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes outcomes into the ledger, many in one transaction, each fenced by the version of its claim. */
@ApplicationScoped
class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private static final Phrase MISSING = Phrase.of(
            "It existed, and the vendor no longer has it: somebody removed it outside Tocsin.",
            "存在していましたが、ベンダー側に見当たりません。Tocsin の外で削除された可能性があります。");

    private final Sql sql;
    private final Clock clock;
    private final CenterLocks locks;
    private final Event<ResourcesChanged> changed;

    Outcomes(Sql sql, Clock clock, CenterLocks locks, Event<ResourcesChanged> changed) {
        this.sql = sql;
        this.clock = clock;
        this.locks = locks;
        this.changed = changed;
    }

    @Transactional
    void record(List<Outcome> outcomes) {
        Map<UUID, List<Outcome>> byCenter = new TreeMap<>();
        outcomes.forEach(o -> byCenter.computeIfAbsent(o.claim().work().key().centerId(), id -> new ArrayList<>())
                .add(o));
        byCenter.keySet().forEach(locks::lock);
        byCenter.forEach((centerId, ofCenter) -> {
            List<ResourcesChanged.Change> changes = new ArrayList<>();
            List<Outcome.Done> done = new ArrayList<>();
            for (Outcome outcome : ofCenter) {
                switch (outcome) {
                    case Outcome.Done made -> done.add(made);
                    case Outcome.Rare rare -> write(rare).ifPresent(changes::add);
                }
            }
            changes.addAll(writeDone(done));
            if (!changes.isEmpty()) {
                changed.fire(new ResourcesChanged(centerId, changes));
            }
        });
    }

    private Optional<ResourcesChanged.Change> write(Outcome.Rare outcome) {
        Claim claim = outcome.claim();
        Instant now = clock.instant();
        List<ResourceState> state =
                switch (outcome) {
                    case Outcome.Removed ignored ->
                        sql.list(
                                """
                        update resource set vendor_id = null, made_hash = null, attempts = 0,
                            state = case when wanted then 'WAITING' else 'REMOVED' end, pending = wanted, due_at = ?,
                            changed_at = ?, lease_until = null, lease_owner = null,
                            reason_en = null, reason_ja = null, to_do_en = null, to_do_ja = null
                        where id = ? and version = ? returning state
                        """,
                                row -> ResourceState.valueOf(row.getString(1)),
                                now,
                                now,
                                claim.id(),
                                claim.version());
                    case Outcome.Later later ->
                        failed(claim, ResourceState.RETRYING, true, later.dueAt(), later.reason(), Optional.empty());
                    case Outcome.Stuck stuck ->
                        failed(claim, ResourceState.STUCK, false, now, stuck.reason(), Optional.of(stuck.whatToDo()));
                    case Outcome.Missing ignored ->
                        failed(
                                claim,
                                ResourceState.DRIFTED,
                                false,
                                now,
                                MISSING,
                                Optional.of(Phrase.of(
                                        "Find out who removed it, then choose 'try again' to have it made anew.",
                                        "誰が削除したかを確認し、「再試行」を選ぶと作り直します。")));
                    case Outcome.Unchanged ignored ->
                        sql.list(
                                "update resource set checked_at = ?, lease_until = null, lease_owner = null"
                                        + " where id = ? and version = ? returning state",
                                row -> ResourceState.valueOf(row.getString(1)),
                                now,
                                claim.id(),
                                claim.version());
                };
        if (outcome instanceof Outcome.Unchanged) {
            return Optional.empty();
        }
        if (state.isEmpty()) {
            tooLate(claim);
        }
        return state.stream().findFirst().map(s -> change(claim, s));
    }

    /** One statement for the whole group: at a launch hundreds arrive at once. */
    private List<ResourcesChanged.Change> writeDone(List<Outcome.Done> group) {
        Instant now = clock.instant();
        int[] written = sql.batch(
                """
                update resource set vendor_id = ?, outputs = ?, made_hash = ?, state = 'READY', attempts = 1,
                    pending = not wanted or spec_hash <> ?, due_at = ?, checked_at = ?, changed_at = ?,
                    lease_until = null, lease_owner = null,
                    reason_en = null, reason_ja = null, to_do_en = null, to_do_ja = null
                where id = ? and version = ?
                """,
                group.stream()
                        .map(done -> new Object[] {
                            done.made().vendorId(),
                            Sql.json(done.made().outputs()),
                            done.claim().specHash(),
                            done.claim().specHash(),
                            now,
                            now,
                            now,
                            done.claim().id(),
                            done.claim().version()
                        })
                        .toList());
        List<ResourcesChanged.Change> changes = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            Outcome.Done done = group.get(i);
            if (written[i] == 0) {
                tooLate(done.claim());
                continue;
            }
            if (isAnother(done)) {
                haveDependentsFollow(done.claim(), now);
            }
            changes.add(change(done.claim(), ResourceState.READY));
        }
        return changes;
    }

    private static ResourcesChanged.Change change(Claim claim, ResourceState state) {
        return new ResourcesChanged.Change(claim.work().key().name(), claim.kind(), state);
    }

    private static void tooLate(Claim claim) {
        LOG.infof(
                "an outcome came after its lease had passed on resource=%s",
                claim.work().key().label());
    }

    /** Whether what exists now is not what existed before: made anew after it was gone, or put in its place. */
    private static boolean isAnother(Outcome.Done done) {
        return !done.claim().firstAttempt()
                && done.claim()
                        .work()
                        .current()
                        .map(before -> !before.vendorId().equals(done.made().vendorId()))
                        .orElse(true);
    }

    /** What was made with the old one's id or number is brought up to date: a notice must not print a lost number. */
    private void haveDependentsFollow(Claim claim, Instant now) {
        sql.update(
                "update resource set pending = true, due_at = ? where center_id = ? and ? = any (depends_on) and wanted"
                        + " and state = 'READY' and not pending",
                now,
                claim.work().key().centerId(),
                claim.work().key().name());
    }

    private List<ResourceState> failed(
            Claim claim, ResourceState state, boolean pending, Instant dueAt, Phrase reason, Optional<Phrase> toDo) {
        return sql.list(
                """
                update resource set state = ?, pending = ?, due_at = ?, changed_at = ?, checked_at = ?,
                    lease_until = null, lease_owner = null,
                    reason_en = ?, reason_ja = ?, to_do_en = ?, to_do_ja = ?
                where id = ? and version = ? returning state
                """,
                row -> ResourceState.valueOf(row.getString(1)),
                state,
                pending,
                dueAt,
                clock.instant(),
                clock.instant(),
                reason.en(),
                reason.ja(),
                toDo.map(Phrase::en).orElse(null),
                toDo.map(Phrase::ja).orElse(null),
                claim.id(),
                claim.version());
    }
}
