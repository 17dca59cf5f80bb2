package io.tocsin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** A piece of work goes on for as long as the test holds it. */
    private final Semaphore mayEnd = new Semaphore(0);

    private final LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Outcome> ended = new LinkedBlockingQueue<>();
    private final AtomicInteger roomAgain = new AtomicInteger();

    @Test
    void whatOthersWaitForGoesFirstThoughItCameLater() throws Exception {
        Lane lane = lane(1);
        lane.take(List.of(claim("first", 1, false), claim("second", 2, false), claim("third", 3, false)), 4);
        assertThat(nextBegun()).isEqualTo("first");

        lane.take(List.of(claim("awaited, late", 8, true), claim("awaited", 7, true)), 4);
        mayEnd.release(5);

        assertThat(List.of(nextBegun(), nextBegun(), nextBegun(), nextBegun()))
                .containsExactly("awaited", "awaited, late", "second", "third");
    }

    @Test
    void noMoreIsWorkedOnAtOnceThanTheVendorIsMeantToBear() throws Exception {
        Lane lane = lane(3);
        lane.take(IntStream.range(0, 5).mapToObj(i -> claim("c" + i, i, false)).toList(), 12);

        assertThat(List.of(nextBegun(), nextBegun(), nextBegun())).containsExactlyInAnyOrder("c0", "c1", "c2");
        assertThat(begun).isEmpty();

        mayEnd.release();
        assertThat(nextBegun()).isEqualTo("c3");
        mayEnd.release(4);
        await().until(lane::isIdle);
        assertThat(drained(5)).hasSize(5);
    }

    @Test
    void moreIsClaimedOnlyWhenHalfOfTheLaneIsFreeAndSomethingMayBeLeft() throws Exception {
        Lane lane = lane(2);
        assertThat(lane.room()).as("four times the places").isEqualTo(8);

        lane.take(IntStream.range(0, 8).mapToObj(i -> claim("c" + i, i, false)).toList(), 8);
        assertThat(lane.room()).as("full").isZero();
        mayEnd.release(3);
        drained(3);
        assertThat(lane.room()).as("five are left").isZero();
        assertThat(roomAgain).hasValue(0);

        mayEnd.release();
        drained(1);
        await().untilAtomic(roomAgain, org.hamcrest.Matchers.is(1));
        assertThat(lane.room()).isEqualTo(4);

        lane.take(List.of(), 4);
        assertThat(lane.room()).as("the last claim got less than it asked for").isZero();
        lane.lookAgain();
        assertThat(lane.room()).isEqualTo(4);
        mayEnd.release(4);
    }

    @Test
    void workThatFailsUnforeseenOrCameTooLateGivesItsPlaceBack() throws Exception {
        Lane lane = new Lane(
                "test",
                1,
                claim -> switch (claim.kind()) {
                    case "breaks" -> throw new IllegalStateException("of the test: nobody foresees this");
                    case "too late" -> Optional.empty();
                    default -> Optional.of(new Outcome.Unchanged(claim));
                },
                ended::add,
                roomAgain::incrementAndGet);

        lane.take(List.of(claim("breaks", 1, false), claim("too late", 2, false), claim("sound", 3, false)), 4);

        assertThat(drained(1)).extracting(o -> o.claim().kind()).containsExactly("sound");
        await().until(lane::isIdle);
    }

    private Lane lane(int places) {
        return new Lane(
                "test",
                places,
                claim -> {
                    begun.add(claim.kind());
                    mayEnd.acquireUninterruptibly();
                    return Optional.of(new Outcome.Unchanged(claim));
                },
                ended::add,
                roomAgain::incrementAndGet);
    }

    private String nextBegun() throws InterruptedException {
        String name = begun.poll(10, TimeUnit.SECONDS);
        assertThat(name).as("something is begun").isNotNull();
        return name;
    }

    private List<Outcome> drained(int count) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Outcome outcome = ended.poll(10, TimeUnit.SECONDS);
            assertThat(outcome).as("outcome %d of %d", i + 1, count).isNotNull();
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private static Claim claim(String name, int order, boolean awaited) {
        Work work =
                new Work(new ResourceKey(new UUID(1, 1), name), Mode.DRILL, Json.object(), Map.of(), Optional.empty());
        return new Claim(
                Ids.next(NOW),
                work,
                name,
                1,
                true,
                true,
                "hash",
                1,
                NOW.plus(Duration.ofMinutes(1)),
                NOW.plusMillis(order),
                awaited);
    }
}
