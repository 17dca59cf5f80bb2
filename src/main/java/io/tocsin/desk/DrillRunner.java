package io.tocsin.desk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.drill.DrillCallers;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets the people of running drills come when it is their time. Runs where the drill carrier does. */
@ApplicationScoped
class DrillRunner {
    private static final Logger LOG = Logger.getLogger(DrillRunner.class);
    private static final int AT_ONCE = 20;
    /** Who should have come longer ago than this (the process was down) does not come any more. */
    private static final Duration TOO_LATE = Duration.ofMinutes(1);

    /** A call whose end nobody told of, because the process was down, does not keep its drill going for ever. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(30);

    private final DrillCallers callers;
    private final DrillCalls calls;
    private final DrillChatters chatters;
    private final DeskConfig config;
    private final Sql sql;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    DrillRunner(
            DrillCallers callers, DrillCalls calls, DrillChatters chatters, DeskConfig config, Sql sql, Clock clock) {
        this.callers = callers;
        this.calls = calls;
        this.chatters = chatters;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    private record Due(
            UUID drillId, UUID centerId, int number, boolean chats, String reason, String language, int patience) {}

    void start(@Observes StartupEvent event) {
        if (callers.active()) {
            Thread.ofVirtual().name("drill-runner").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void run() {
        try {
            while (!stop.await(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    once();
                } catch (RuntimeException e) {
                    LOG.warnf("nobody comes to drills at present cause=%s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void once() {
        Instant now = clock.instant();
        for (Due due : claim(now)) {
            try {
                begin(due);
            } catch (RuntimeException e) {
                LOG.warnf("a drill caller did not come drill=%s cause=%s", due.drillId(), e.getMessage());
            }
        }
        chatters.goOn();
        endThoseThatAreOver(now);
    }

    /** Everybody came, and nobody is on the line, in a queue or in a chat any more. */
    private void endThoseThatAreOver(Instant now) {
        sql.update("""
                update drill_run r set state = 'ENDED', ended_at = ? where r.state = 'RUNNING'
                    and not exists (select 1 from drill_arrival a where a.drill_id = r.id and a.begun_at is null)
                    and not exists (select 1 from drill_arrival a where a.drill_id = r.id and a.channel = 'CALL'
                        and a.begun_at > case when a.call_sid is null then ?::timestamptz else ? end and not exists (
                            select 1 from call c where c.sid = a.call_sid and c.ended_at is not null))
                    and not exists (select 1 from drill_arrival a join desk_task t on t.call_sid = a.call_sid
                        where a.drill_id = r.id and t.ended_at is null)
                    and not exists (select 1 from drill_arrival a
                        where a.drill_id = r.id and a.chat_id is not null and not a.gone)""", now, now.minus(TOO_LATE), now.minus(LONGEST_CALL));
    }

    /** Claimed before they call, so that nobody calls twice. */
    private List<Due> claim(Instant now) {
        return sql
                .list(
                        """
                        update drill_arrival a set begun_at = ? from drill_run r
                        where r.id = a.drill_id and (a.drill_id, a.number) in (
                            select d.drill_id, d.number from drill_arrival d join drill_run dr on dr.id = d.drill_id
                            where d.begun_at is null and d.due_at <= ? and dr.state = 'RUNNING'
                            order by d.due_at limit ? for update of d skip locked)
                        returning a.drill_id, r.center_id, a.number, a.channel, a.reason, a.language, a.patience_seconds, a.due_at""",
                        row -> Sql.instant(row, "due_at").isBefore(now.minus(TOO_LATE))
                                ? Optional.<Due>empty()
                                : Optional.of(new Due(
                                        row.getObject("drill_id", UUID.class),
                                        row.getObject("center_id", UUID.class),
                                        row.getInt("number"),
                                        row.getString("channel").equals("CHAT"),
                                        row.getString("reason"),
                                        row.getString("language"),
                                        row.getInt("patience_seconds"))),
                        now,
                        now,
                        AT_ONCE)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private void begin(Due due) {
        if (due.chats()) {
            chatters.begin(due.drillId(), due.centerId(), due.number(), due.reason(), due.language());
        } else {
            call(due);
        }
    }

    private void call(Due due) {
        calls.call(due.centerId(), due.reason(), due.language(), due.number(), due.patience())
                .ifPresent(sid -> sql.update(
                        "update drill_arrival set call_sid = ? where drill_id = ? and number = ?",
                        sid,
                        due.drillId(),
                        due.number()));
    }
}
