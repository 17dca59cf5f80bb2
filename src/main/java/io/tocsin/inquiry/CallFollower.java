package io.tocsin.inquiry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.ivr.CallLog;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Roles;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Makes an inquiry of every call that wanted a person. Follows the call journal from behind, a moment later, so that no
 * caller waits for it. Following a call twice does no harm; of several replicas one follows at a time.
 */
@ApplicationScoped
class CallFollower {
    private static final Logger LOG = Logger.getLogger(CallFollower.class);
    /** Steps are committed a little out of order, and later still when they waited on disk. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Duration AT_START = Duration.ofMinutes(30);
    private static final Duration MISSED_WITHIN = Duration.ofHours(24);
    private static final int MISSED_EVERY = 120;

    private final InquiryConfig config;
    private final Roles roles;
    private final CallLog calls;
    private final PhoneInquiries inquiries;
    private final Sql sql;
    private final Clock clock;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("call-follower").daemon().factory());
    private Map<String, String> followed = new HashMap<>();
    private UUID from;
    private long looks;

    CallFollower(InquiryConfig config, Roles roles, CallLog calls, PhoneInquiries inquiries, Sql sql, Clock clock) {
        this.config = config;
        this.roles = roles;
        this.calls = calls;
        this.inquiries = inquiries;
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("api")) {
            from = Ids.next(clock.instant().minus(AT_START));
            long every = config.followEvery().toMillis();
            pace.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        pace.shutdownNow();
    }

    private void look() {
        try {
            QuarkusTransaction.requiringNew().timeout(60).run(this::follow);
        } catch (RuntimeException e) {
            LOG.warnf("calls are not followed for now: %s", e.getMessage());
        }
    }

    private void follow() {
        boolean alone = sql.first("select pg_try_advisory_xact_lock(16100)", row -> row.getBoolean(1))
                .orElse(false);
        if (!alone) {
            return;
        }
        int most = config.followMost() * 10;
        List<CallLog.Seen> steps = calls.after(from, most);
        List<String> sids = Stream.concat(steps.stream().map(CallLog.Seen::sid), missed().stream())
                .distinct()
                .toList();
        Map<String, String> now = new HashMap<>();
        if (!sids.isEmpty()) {
            calls.read(sids).forEach(call -> {
                String state = call.reason() + "|" + call.outcome() + "|" + call.answeredBy() + "|" + call.endedAt();
                if (state.equals(followed.get(call.sid())) || follow(call)) {
                    now.put(call.sid(), state);
                }
            });
        }
        followed = now;
        from = steps.size() < most
                ? Ids.next(clock.instant().minus(OVERLAP))
                : steps.getLast().step();
    }

    /** One call that cannot be followed must not hold the others up; it is tried again while its steps are in sight. */
    private boolean follow(CallLog.LoggedCall call) {
        try {
            inquiries.follow(call);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "a call became no inquiry call=%s", call.sid());
            return false;
        }
    }

    /** Now and then: calls whose steps stood on disk for long before they came into the database. */
    private List<String> missed() {
        if (looks++ % MISSED_EVERY != 0) {
            return List.of();
        }
        return sql.list("""
                select sid from call c where started_at > ? and reason is not null and not exists (
                    select 1 from inquiry i where i.center_id = c.center_id and i.vendor_id = c.sid)
                order by started_at limit ?""", row -> row.getString(1), clock.instant().minus(MISSED_WITHIN), config.followMost());
    }
}
