package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas, one account; nothing else calls the live account in tests. */
@TocsinTest
class RateBudgetTest {
    @Inject
    Sql sql;

    @Inject
    TwilioConfig config;

    private RateBudget one;
    private RateBudget other;

    @BeforeEach
    void start() {
        sql.update("delete from rate_budget where account = 'LIVE'");
        one = new RateBudget(sql, config);
        other = new RateBudget(sql, config);
    }

    @Test
    void twoReplicasTogetherStayWithinTheAccountsRate() throws Exception {
        double perSecond = config.live().callsPerSecond();
        AtomicInteger made = new AtomicInteger();
        long began = System.nanoTime();
        long until = began + TimeUnit.SECONDS.toNanos(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (RateBudget replica : new RateBudget[] {one, other}) {
                for (int i = 0; i < 4; i++) {
                    threads.submit(() -> {
                        while (System.nanoTime() < until) {
                            replica.take(Mode.LIVE);
                            made.incrementAndGet();
                        }
                        return null;
                    });
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(made.get())
                .as("calls in %.1f s", seconds)
                .isLessThanOrEqualTo((int) Math.ceil(perSecond * seconds) + 1)
                .isGreaterThan((int) (perSecond * 1.4));
    }

    @Test
    void aRefusalMetByOneReplicaSlowsTheOther() throws Exception {
        one.take(Mode.LIVE);
        other.slow(Mode.LIVE, Duration.ofMillis(600));
        long began = System.nanoTime();
        RateBudget third = new RateBudget(sql, config);
        third.take(Mode.LIVE);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(500));
        assertThat(one.rate(Mode.LIVE)).isLessThan(config.live().callsPerSecond());
    }
}
