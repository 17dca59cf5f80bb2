package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody typed the account's token wrong. */
@TocsinTest
class WrongCredentialsTest {
    @Inject
    TwilioConfig config;

    @Inject
    Sql sql;

    @Test
    void theResourceWaitsForAPersonAndSaysWhereToLook() {
        TwilioConfig wrong = new WrongToken(config);
        RoutingWorkspaceDriver driver = new RoutingWorkspaceDriver(
                new TwilioAccounts(wrong, new RateBudget(sql, wrong), new SimpleMeterRegistry()));
        Work work = new Work(
                new ResourceKey(Ids.next(Instant.now()), "workspace"),
                Mode.DRILL,
                Json.tree(new RoutingSpecs.WorkspaceSpec(null)),
                Map.of(),
                Optional.empty());

        VendorFailure.NeedsPerson failure =
                catchThrowableOfType(VendorFailure.NeedsPerson.class, () -> driver.create(work));

        assertThat(failure.reason().en()).isEqualTo("The carrier refuses our credentials.");
        assertThat(failure.whatToDo().en()).contains("account SID and the token");
        assertThat(failure.whatToDo().ja()).contains("トークン");
        assertThat(failure.getMessage()).as("the token itself is never said").doesNotContain("mistyped");
    }

    private record WrongToken(TwilioConfig config) implements TwilioConfig {
        @Override
        public Live live() {
            return config.live();
        }

        @Override
        public Drill drill() {
            return new Mistyped(config.drill());
        }

        @Override
        public Duration callTimeout() {
            return config.callTimeout();
        }
    }

    private record Mistyped(TwilioConfig.Drill drill) implements TwilioConfig.Drill {
        @Override
        public String baseUrl() {
            return drill.baseUrl();
        }

        @Override
        public double callsPerSecond() {
            return drill.callsPerSecond();
        }

        @Override
        public Optional<String> accountSid() {
            return drill.accountSid();
        }

        @Override
        public Optional<String> authToken() {
            return Optional.of("mistyped");
        }

        @Override
        public int maxInFlight() {
            return drill.maxInFlight();
        }

        @Override
        public Map<String, String> addressSid() {
            return drill.addressSid();
        }

        @Override
        public Map<String, String> bundleSid() {
            return drill.bundleSid();
        }
    }
}
