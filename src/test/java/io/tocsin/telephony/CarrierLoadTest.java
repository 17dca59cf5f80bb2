package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.drill.DrillDesk;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred calls at once to a carrier that takes 120 ms for each: 833 a second is what arithmetic allows. */
@TocsinTest
@Tag("slow")
class CarrierLoadTest {
    private static final Logger LOG = Logger.getLogger(CarrierLoadTest.class);
    private static final int AT_ONCE = 100;
    private static final int CALLS = 6_000;

    @Inject
    DrillDesk desk;

    @Inject
    Sql sql;

    @Inject
    TwilioConfig config;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @AfterEach
    void goodDay() {
        desk.reset();
        sql.update("delete from rate_budget where account = 'DRILL'");
    }

    @Test
    void aHundredAtOnceSustainWhatTheLatencyAllows() throws Exception {
        TwilioAccount account = unhurried();
        desk.behave("callsPerSecond", 100_000);
        String workspace =
                account.call(twilio -> Workspace.creator("load").create(twilio)).getSid();
        run(account, workspace, 1_000, "warm-up");
        desk.behave("latencyMs", 120);
        double perSecond = run(account, workspace, CALLS, "create worker");
        account.call(Workspace.deleter(workspace)::delete);
        assertThat(perSecond)
                .as("creates per second, on a machine that may be busy")
                .isGreaterThan(200);
    }

    private double run(TwilioAccount account, String workspace, int calls, String what) throws InterruptedException {
        var cpu = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long cpuBefore = cpu.getProcessCpuTime();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.submit(() -> {
                    int mine;
                    while ((mine = next.getAndIncrement()) < calls) {
                        String name = what + mine;
                        try {
                            account.call(
                                    twilio -> Worker.creator(workspace, name).create(twilio));
                        } catch (RuntimeException e) {
                            failed.incrementAndGet();
                            LOG.warn(e.getMessage());
                        }
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpuMs = (cpu.getProcessCpuTime() - cpuBefore) / 1e6;
        LOG.infof(
                "%s: %d calls in %.1f s, %.0f per second, %.2f ms CPU per call (both sides), %d failed",
                what, calls, seconds, calls / seconds, cpuMs / calls, failed.get());
        assertThat(failed.get()).isZero();
        return calls / seconds;
    }

    /** The drill account without a ceiling that would bind. */
    private TwilioAccount unhurried() {
        TwilioConfig generous = new Generous(config);
        var http = new TwilioHttp(
                Mode.DRILL,
                "http://127.0.0.1:" + port + "/drill-carrier/{domain}",
                Duration.ofSeconds(10),
                AT_ONCE,
                new RateBudget(sql, generous),
                new CarrierMeters(Mode.DRILL, new SimpleMeterRegistry()));
        String sid = config.drill().accountSid().orElseThrow();
        String token = config.drill().authToken().orElseThrow();
        return new TwilioAccount(
                Mode.DRILL,
                sid,
                token,
                new TwilioRestClient.Builder(sid, token).httpClient(http).build());
    }

    private record Generous(TwilioConfig config) implements TwilioConfig {
        @Override
        public Live live() {
            return config.live();
        }

        @Override
        public Drill drill() {
            return new Plenty(config.drill());
        }

        @Override
        public Duration callTimeout() {
            return config.callTimeout();
        }
    }

    private record Plenty(TwilioConfig.Drill drill) implements TwilioConfig.Drill {
        @Override
        public String baseUrl() {
            return drill.baseUrl();
        }

        @Override
        public double callsPerSecond() {
            return 5_000;
        }

        @Override
        public Optional<String> accountSid() {
            return drill.accountSid();
        }

        @Override
        public Optional<String> authToken() {
            return drill.authToken();
        }

        @Override
        public int maxInFlight() {
            return AT_ONCE;
        }

        @Override
        public Map<String, String> addressSid() {
            return Map.of();
        }

        @Override
        public Map<String, String> bundleSid() {
            return Map.of();
        }
    }
}
