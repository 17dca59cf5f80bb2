package io.tocsin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine on the real database, with a vendor that does what a test needs. */
@TocsinTest
class EngineTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Ledger ledger;

    @Inject
    Claims claims;

    @Inject
    Outcomes outcomes;

    @Inject
    TestThings vendor;

    @Inject
    Sql sql;

    private final UUID center = Ids.next(Instant.now());

    @BeforeEach
    void freshVendor() {
        vendor.forget();
    }

    @Test
    void thingsAreMadeAfterWhatTheyNeedAndRemovedBeforeIt() {
        apply(thing("roof", "wall"), thing("wall", "ground"), thing("ground"));
        awaitState("roof", ResourceState.READY);

        assertThat(vendor.asked()).containsExactly("create ground", "create wall", "create roof");

        vendor.forget();
        apply();
        awaitState("ground", ResourceState.REMOVED);

        assertThat(vendor.asked()).containsExactly("delete roof", "delete wall", "delete ground");
        assertThat(vendor.census(center, Mode.DRILL)).isEmpty();
    }

    @Test
    void applyingTheSamePlanAgainAsksNothingOfTheVendor() {
        apply(thing("one"), thing("two", "one"));
        awaitState("two", ResourceState.READY);
        vendor.forget();

        apply(thing("one"), thing("two", "one"));
        apply(thing("one"), thing("two", "one"), thing("three"));
        awaitState("three", ResourceState.READY);

        assertThat(vendor.asked()).containsExactly("create three");
    }

    @Test
    void aChangedSpecIsAnUpdateOfWhatExists() {
        apply(thing("one"));
        String before = awaitState("one", ResourceState.READY).vendorId();
        vendor.forget();

        apply(new PlannedResource("one", TestThings.KIND, Json.object(Map.of("size", 2)), List.of(), title("one")));

        await().atMost(SOON)
                .until(() ->
                        vendor.asked().contains("update one") && resource("one").isReady());
        assertThat(resource("one").vendorId()).isEqualTo(before);
        assertThat(vendor.count(key("one"))).isEqualTo(1);
    }

    @Test
    void whatALostAnswerHadMadeIsFoundAndAdoptedNotMadeTwice() {
        vendor.after("one", onlyOnce(TestThings::lost));
        apply(thing("one"));

        awaitState("one", ResourceState.READY);

        assertThat(vendor.asked()).startsWith("create one", "find one");
        assertThat(vendor.asked().stream().filter("create one"::equals)).hasSize(1);
        assertThat(vendor.count(key("one"))).isEqualTo(1);
    }

    @Test
    void whatNeedsAPersonWaitsForOneAndSaysWhatToDo() {
        vendor.before("one", onlyOnce(TestThings::needsPerson));
        apply(thing("one"), thing("two", "one"));

        Resource stuck = awaitState("one", ResourceState.STUCK);
        assertThat(stuck.reason()).contains(Phrase.of("it is forbidden", "禁止されています"));
        assertThat(stuck.whatToDo()).contains(Phrase.of("allow it", "許可してください"));
        assertThat(resource("two").state()).isEqualTo(ResourceState.WAITING);

        QuarkusTransaction.requiringNew().run(() -> ledger.tryAgain(center, "one"));
        awaitState("two", ResourceState.READY);
        assertThat(resource("one").reason()).isEmpty();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> ledger.tryAgain(center, "one")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatWasNeverTriedIsSimplyDropped() {
        vendor.before("one", onlyOnce(TestThings::needsPerson));
        apply(thing("one"), thing("two", "one"));
        awaitState("one", ResourceState.STUCK);

        apply();

        awaitState("one", ResourceState.REMOVED);
        assertThat(resource("two").state()).isEqualTo(ResourceState.REMOVED);
        assertThat(vendor.asked()).doesNotContain("create two", "delete two");
    }

    @Test
    void whatIsWantedAgainWhileItIsBeingRemovedExistsInTheEnd() {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        vendor.before("one", work -> {
            making.countDown();
            await().atMost(SOON).until(() -> go.getCount() == 0);
        });
        apply(thing("one"));
        await().atMost(SOON).until(() -> making.getCount() == 0);
        apply();
        apply(thing("one"));
        go.countDown();

        await().atMost(SOON).until(() -> resource("one").isReady());
        assertThat(vendor.count(key("one"))).isEqualTo(1);

        apply();
        apply(thing("one"));
        await().atMost(SOON).until(() -> resource("one").isReady());
        assertThat(vendor.count(key("one"))).isEqualTo(1);
    }

    @Test
    void whatIsNoLongerWantedWhenItIsMadeIsRemoved() {
        vendor.after("one", work -> apply());
        apply(thing("one"));

        awaitState("one", ResourceState.REMOVED);

        assertThat(vendor.count(key("one"))).isZero();
    }

    @Test
    void driftIsFoundSaidAndMadeGoodWhenAPersonAsks() {
        apply(thing("one"));
        awaitState("one", ResourceState.READY);
        vendor.lose(key("one"));

        lookedAtLongAgo();
        Resource drifted = awaitState("one", ResourceState.DRIFTED);
        assertThat(drifted.reason().orElseThrow().en()).contains("no longer has it");
        assertThat(drifted.whatToDo()).isPresent();

        QuarkusTransaction.requiringNew().run(() -> ledger.tryAgain(center, "one"));
        awaitState("one", ResourceState.READY);
        assertThat(vendor.count(key("one"))).isEqualTo(1);
    }

    @Test
    void manyReconcilersNeverHoldTheSameClaim() throws Exception {
        // a vendor that no reconciler of this process serves, so that only this test claims
        insertDue("test-claims", 200);
        List<UUID> claimed = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<List<UUID>> claimAll = () -> {
                List<UUID> mine = new ArrayList<>();
                List<Claim> some;
                do {
                    some = claims.due("test-claims", 7, Thread.currentThread().getName());
                    some.forEach(c -> mine.add(c.id()));
                } while (!some.isEmpty());
                return mine;
            };
            for (Future<List<UUID>> mine : pool.invokeAll(Collections.nCopies(8, claimAll))) {
                claimed.addAll(mine.get());
            }
        }

        assertThat(claimed).as("each piece of work once").hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void anExpiredLeaseIsTakenOverAndTheLateOutcomeCountsForNothing() {
        insertDue("test-leases", 1);
        Claim first = claims.due("test-leases", 1, "first").get(0);
        assertThat(claims.due("test-leases", 1, "second"))
                .as("while the lease lasts")
                .isEmpty();

        sql.update(
                "update resource set lease_until = ? where id = ?",
                Instant.now().minusSeconds(1),
                first.id());
        Claim second = claims.due("test-leases", 1, "second").get(0);
        assertThat(second.firstAttempt())
                .as("the first may have made it: look before creating")
                .isFalse();

        outcomes.record(List.of(new Outcome.Done(first, new Made("late", Json.object()))));
        assertThat(resource("thing-0").vendorId()).as("fenced off").isNull();
        outcomes.record(List.of(new Outcome.Done(second, new Made("right", Json.object()))));
        assertThat(resource("thing-0").vendorId()).isEqualTo("right");
        assertThat(resource("thing-0").state()).isEqualTo(ResourceState.READY);
    }

    private void insertDue(String vendorName, int count) {
        IntStream.range(0, count)
                .forEach(i -> sql.update(
                        """
                        insert into resource (id, center_id, name, kind, vendor, mode, title_en, title_ja, spec, spec_hash,
                            wanted, state, pending, due_at, changed_at)
                        values (?, ?, ?, 'test-thing', ?, 'DRILL', '', '', '{}', '', true, 'WAITING', true, ?, ?)
                        """,
                        Ids.next(Instant.now()),
                        center,
                        "thing-" + i,
                        vendorName,
                        Instant.now().minusSeconds(1),
                        Instant.now()));
    }

    private void lookedAtLongAgo() {
        sql.update(
                "update resource set checked_at = ? where center_id = ?",
                Instant.now().minusSeconds(86_400),
                center);
    }

    private static java.util.function.Consumer<Work> onlyOnce(java.util.function.Supplier<VendorFailure> failure) {
        java.util.concurrent.atomic.AtomicBoolean done = new java.util.concurrent.atomic.AtomicBoolean();
        return work -> {
            if (!done.getAndSet(true)) {
                throw failure.get();
            }
        };
    }

    private void apply(PlannedResource... planned) {
        QuarkusTransaction.requiringNew().run(() -> ledger.apply(center, Mode.DRILL, Arrays.asList(planned)));
    }

    private static PlannedResource thing(String name, String... needs) {
        return new PlannedResource(name, TestThings.KIND, Json.object(), List.of(needs), title(name));
    }

    private static Phrase title(String name) {
        return Phrase.same(name);
    }

    private ResourceKey key(String name) {
        return new ResourceKey(center, name);
    }

    private Resource resource(String name) {
        return ledger.one(center, name).orElseThrow();
    }

    private Resource awaitState(String name, ResourceState state) {
        await(name + " is " + state)
                .atMost(SOON)
                .until(() -> resource(name).state() == state && !resource(name).pending());
        return resource(name);
    }
}
