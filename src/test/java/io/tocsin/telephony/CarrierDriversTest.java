package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.twilio.http.TwilioRestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.drill.DrillDesk;
import io.tocsin.platform.Mode;
import io.tocsin.platform.ProblemException;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import io.tocsin.riskpack.NumberType;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drivers against the drill carrier, on its good days and its bad ones. */
@TocsinTest
class CarrierDriversTest {
    private static final PhoneNumberSpec LOCAL_US = number("US", NumberType.LOCAL, 30);

    @Inject
    Workshop workshop;

    @Inject
    DrillDesk desk;

    @Inject
    NumberInventory inventory;

    @Inject
    NumberHolds holds;

    @Inject
    NumberRelease release;

    @Inject
    InventoryCheck check;

    @Inject
    TwilioAccounts accounts;

    @Inject
    RateBudget budget;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @BeforeEach
    @AfterEach
    void goodDay() {
        desk.reset();
    }

    @Test
    void aLostAnswerNeverBuysANumberTwice() {
        desk.behave("lostAnswerRate", 0.4);
        Workshop.Center center = workshop.center();
        for (int i = 0; i < 12; i++) {
            untilItWorks(center, "number/" + i, LOCAL_US);
        }
        desk.reset();
        for (int i = 0; i < 12; i++) {
            assertThat(desk.numbersNamed(center.key("number/" + i).label()))
                    .as("numbers bought for number/%d", i)
                    .isEqualTo(1);
        }
        assertThat(check.compare(Mode.DRILL).agrees())
                .as(check.compare(Mode.DRILL).toString())
                .isTrue();
    }

    @Test
    void twoOfOneLabelAreOneNumberAndOneInStock() {
        Workshop.Center center = workshop.center();
        Made first = center.make("phone-number", "number/a", LOCAL_US);
        String label = center.key("number/a").label();
        String twin = accounts.forMode(Mode.DRILL)
                .call(twilio -> com.twilio.rest.api.v2010.account.IncomingPhoneNumber.creator(
                                new com.twilio.type.PhoneNumber(freeNumber()))
                        .setFriendlyName(label)
                        .create(twilio)
                        .getSid());

        List<Made> found = workshop.driver("phone-number").find(center.work("number/a", LOCAL_US));

        assertThat(found).extracting(Made::vendorId).containsExactly(first.vendorId());
        assertThat(inventory.bySid(Mode.DRILL, twin).orElseThrow().state()).isEqualTo(NumberState.AVAILABLE);
        assertThat(desk.numbersNamed(label)).isEqualTo(1);
    }

    @Test
    void manyAtOnceNeverGetTheSameNumber() throws Exception {
        List<Workshop.Center> centers =
                IntStream.range(0, 20).mapToObj(i -> workshop.center()).toList();
        List<Callable<Made>> buyers = new ArrayList<>();
        centers.forEach(center -> buyers.add(() ->
                workshop.driver("phone-number").create(center.work("number/main", number("AU", NumberType.LOCAL, 1)))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sids = new HashSet<String>();
            for (Future<Made> made : threads.invokeAll(buyers)) {
                assertThat(sids.add(made.get().vendorId()))
                        .as("a number went to two keys")
                        .isTrue();
            }
        }
    }

    @Test
    void aNumberGivenBackIsQuarantinedThenLeasedFromStock() {
        PhoneNumberSpec spec = number("GB", NumberType.MOBILE, 30);
        Workshop.Center first = workshop.center();
        Made made = first.make("phone-number", "number/main", spec);
        first.removeAll();
        InventoryNumber back = inventory.bySid(Mode.DRILL, made.vendorId()).orElseThrow();
        assertThat(back.state()).isEqualTo(NumberState.QUARANTINED);
        assertThat(first.census()).isEmpty();

        var hold = holds.place(back.id(), "ops@example.com", "the regulator asked", null);
        Instant later = clock.instant().plus(Duration.ofDays(31));
        inventory.endQuarantines(later);
        assertThat(inventory.get(back.id()).state()).as("held numbers stay").isEqualTo(NumberState.QUARANTINED);
        holds.lift(back.id(), hold.id(), "ops@example.com");
        inventory.endQuarantines(later);

        Workshop.Center second = workshop.center();
        Made leased = second.make("phone-number", "number/main", spec);
        assertThat(inventory.bySid(Mode.DRILL, leased.vendorId()).orElseThrow().leasedByLabel())
                .isEqualTo(second.key("number/main").label());
        assertThat(desk.numbersNamed(second.key("number/main").label())).isEqualTo(1);
    }

    @Test
    void aNumberIsGivenUpOnlyWhenAPersonConfirmsIt() {
        PhoneNumberSpec spec = number("DE", NumberType.MOBILE, 0);
        Workshop.Center center = workshop.center();
        Made made = center.make("phone-number", "number/main", spec);
        InventoryNumber number = inventory.bySid(Mode.DRILL, made.vendorId()).orElseThrow();
        assertThatThrownBy(() -> release.release(number.id(), "ops@example.com", "not needed", number.e164()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("A center uses the number");
        center.removeAll();
        inventory.endQuarantines(clock.instant().plusSeconds(1));
        assertThatThrownBy(() -> release.release(number.id(), "ops@example.com", "", "+1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[reason:")
                .hasMessageContaining("[number:");
        InventoryNumber gone = release.release(number.id(), "ops@example.com", "not needed", number.e164());
        assertThat(gone.state()).isEqualTo(NumberState.RELEASED);
        assertThat(desk.numbers()).noneMatch(n -> n.path("sid").asText().equals(made.vendorId()));
    }

    @Test
    void anEmptyShelfAndAMissingBundleNeedAPerson() {
        desk.behave("emptyStock", List.of("FR"));
        desk.behave("bundleRequired", List.of("JP/local"));
        Workshop.Center center = workshop.center();
        VendorFailure.NeedsPerson noStock =
                needsPerson(() -> center.make("phone-number", "number/fr", number("FR", NumberType.LOCAL, 1)));
        assertThat(noStock.reason().en()).contains("no local number for FR");
        assertThat(noStock.whatToDo().ja()).isNotBlank();
        VendorFailure.NeedsPerson noBundle =
                needsPerson(() -> center.make("phone-number", "number/jp", number("JP", NumberType.LOCAL, 1)));
        assertThat(noBundle.whatToDo().en()).contains("bundle-sid");
        needsPerson(() -> center.make("phone-number", "number/xx", number("ZZ", NumberType.LOCAL, 1)));
        assertThat(inventory.byLabel(Mode.DRILL, center.key("number/fr").label()))
                .isEmpty();
    }

    @Test
    void wrongCredentialsNeedAPerson() {
        var http = new TwilioHttp(
                Mode.DRILL,
                "http://127.0.0.1:" + port + "/drill-carrier/{domain}",
                Duration.ofSeconds(5),
                4,
                budget,
                new CarrierMeters(Mode.DRILL, new SimpleMeterRegistry()));
        var stranger = new TwilioAccount(
                Mode.DRILL,
                "ACffffffffffffffffffffffffffffffff",
                "wrong",
                new TwilioRestClient.Builder("ACffffffffffffffffffffffffffffffff", "wrong")
                        .httpClient(http)
                        .build());
        VendorFailure.NeedsPerson refused =
                needsPerson(() -> stranger.list(com.twilio.rest.taskrouter.v1.Workspace.reader()));
        assertThat(refused.reason().en()).contains("credentials");
    }

    @Test
    void aLiveCenterWithoutCredentialsIsToldSo() {
        assertThatThrownBy(() -> accounts.forMode(Mode.LIVE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("tocsin.twilio.live.account-sid");
        Workshop.Center center = workshop.center();
        Work live = new Work(
                center.key("number/x"), Mode.LIVE, io.tocsin.platform.Json.tree(LOCAL_US), Map.of(), Optional.empty());
        needsPerson(() -> workshop.driver("phone-number").create(live));
    }

    @Test
    void troubleIsCalledByItsKind() {
        Workshop.Center center = workshop.center();
        desk.behave("unavailable", true);
        assertThat(catchThrowable(() ->
                        center.make("messaging-service", "messaging", new MessagingSpecs.ServiceSpec(null, null))))
                .isInstanceOf(VendorFailure.Passing.class);
        desk.reset();
        desk.behave("failureRate", 1.0);
        assertThat(catchThrowable(() ->
                        center.make("messaging-service", "messaging", new MessagingSpecs.ServiceSpec(null, null))))
                .isInstanceOf(VendorFailure.Unknown.class);
        desk.reset();
        desk.behave("lostAnswerRate", 1.0);
        assertThat(catchThrowable(() ->
                        center.make("messaging-service", "messaging", new MessagingSpecs.ServiceSpec(null, null))))
                .isInstanceOf(VendorFailure.Unknown.class);
        desk.reset();
        assertThat(workshop.driver("messaging-service")
                        .find(center.work("messaging", new MessagingSpecs.ServiceSpec(null, null))))
                .as("the lost answer's service is found")
                .hasSize(1);
    }

    @Test
    void whatIsGoneAlreadyIsRemovedAllTheSame() {
        Workshop.Center center = workshop.center();
        Made workspace = center.make("routing-workspace", "routing", new RoutingSpecs.WorkspaceSpec(null));
        center.make("routing-queue", "queue/a", new RoutingSpecs.QueueSpec("routing", "1==1", null));
        center.make("routing-activity", "ready", new RoutingSpecs.ActivitySpec("routing", true));
        center.make(
                "routing-worker",
                "worker/a",
                new RoutingSpecs.WorkerSpec("routing", "ready", io.tocsin.platform.Json.object()));
        Made number = center.make("phone-number", "number/a", LOCAL_US);
        Made service = center.make("messaging-service", "messaging", new MessagingSpecs.ServiceSpec(null, null));
        center.make("messaging-sender", "sender/a", new MessagingSpecs.SenderSpec("messaging", "number/a"));
        assertThat(center.census()).hasSize(6);
        desk.remove(workspace.vendorId());
        desk.remove(number.vendorId());
        desk.remove(service.vendorId());

        center.removeAll();

        assertThat(center.census()).isEmpty();
        assertThat(inventory.list(Mode.DRILL, NumberState.GONE))
                .extracting(InventoryNumber::vendorSid)
                .contains(number.vendorId());
    }

    @Test
    void anAvailableWorkerIsTakenOffDutyBeforeBeingRemoved() {
        Workshop.Center center = workshop.center();
        center.make("routing-workspace", "routing", new RoutingSpecs.WorkspaceSpec(null));
        center.make("routing-activity", "ready", new RoutingSpecs.ActivitySpec("routing", true));
        String name = "worker/22222222-2222-2222-2222-222222222222";
        center.make(
                "routing-worker",
                name,
                new RoutingSpecs.WorkerSpec("routing", "ready", io.tocsin.platform.Json.object()));
        assertThat(center.census())
                .extracting(ResourceDriver.Listed::label)
                .contains(center.key(name).label());
        center.removeAll();
        assertThat(center.census()).isEmpty();
    }

    private void untilItWorks(Workshop.Center center, String name, PhoneNumberSpec spec) {
        ResourceDriver driver = workshop.driver("phone-number");
        for (int attempt = 0; attempt < 60; attempt++) {
            try {
                List<Made> found = attempt == 0 ? List.of() : driver.find(center.work(name, spec));
                Made made = found.isEmpty() ? driver.create(center.work(name, spec)) : found.getFirst();
                center.keep("phone-number", name, spec, made);
                return;
            } catch (VendorFailure.Unknown | VendorFailure.Passing retry) {
                continue;
            }
        }
        throw new AssertionError(name + " never came to be");
    }

    private String freeNumber() {
        return accounts.forMode(Mode.DRILL)
                .call(twilio -> com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local.reader("US")
                        .setAreaCode(713)
                        .read(twilio)
                        .iterator()
                        .next()
                        .getPhoneNumber()
                        .getEndpoint());
    }

    private static VendorFailure.NeedsPerson needsPerson(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(VendorFailure.NeedsPerson.class);
        return (VendorFailure.NeedsPerson) thrown;
    }

    private static PhoneNumberSpec number(String country, NumberType type, int quarantineDays) {
        return new PhoneNumberSpec(
                country,
                type,
                "http://127.0.0.1:9/voice",
                "http://127.0.0.1:9/fallback",
                null,
                null,
                quarantineDays,
                null);
    }
}
