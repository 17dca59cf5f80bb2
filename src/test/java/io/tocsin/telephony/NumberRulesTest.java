package io.tocsin.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Mode;
import io.tocsin.riskpack.NumberType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumberRulesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** One thing that happens, whether the number is on hold by then, and how much time has passed since the last. */
    record Event(NumberMove move, boolean held, Duration passed) {}

    @Property(tries = 3000)
    void aNumberIsGivenUpOnlyOutOfStockByAPersonWithAReason(@ForAll("lives") List<Event> life) {
        InventoryNumber number = bought();
        Instant now = START;
        for (Event event : life) {
            now = now.plus(event.passed());
            InventoryNumber before = number;
            number = next(number, event, now);
            if (number.state() == NumberState.RELEASING && before.state() != NumberState.RELEASING) {
                assertThat(before.state())
                        .as("given up from %s", before.state())
                        .isEqualTo(NumberState.AVAILABLE);
                assertThat(event.held()).as("given up while on hold").isFalse();
                assertThat(number.release().by()).isNotBlank();
                assertThat(number.release().reason()).isNotBlank();
            }
            if (number.state() == NumberState.RELEASED && before.state() != NumberState.RELEASED) {
                assertThat(before.state()).isEqualTo(NumberState.RELEASING);
            }
        }
    }

    @Property(tries = 3000)
    void whatIsReleasedStaysReleased(@ForAll("lives") List<Event> life) {
        InventoryNumber number = bought();
        Instant now = START;
        boolean released = false;
        for (Event event : life) {
            now = now.plus(event.passed());
            number = next(number, event, now);
            released |= number.state() == NumberState.RELEASED;
            assertThat(!released || number.state() == NumberState.RELEASED).isTrue();
        }
    }

    @Property(tries = 3000)
    void aLeasedNumberHasALabelAndNoOtherHas(@ForAll("lives") List<Event> life) {
        InventoryNumber number = bought();
        Instant now = START;
        for (Event event : life) {
            now = now.plus(event.passed());
            number = next(number, event, now);
            boolean leased = number.state() == NumberState.IN_USE || number.state() == NumberState.BUYING;
            assertThat(number.leasedByLabel() != null).as(number.toString()).isEqualTo(leased);
            assertThat(number.state() != NumberState.QUARANTINED || number.quarantinedUntil() != null)
                    .isTrue();
        }
    }

    @Property(tries = 1000)
    void quarantineLastsToItsEndAndAsLongAsAHold(@ForAll("lives") List<Event> life) {
        InventoryNumber number = bought();
        Instant now = START;
        for (Event event : life) {
            now = now.plus(event.passed());
            InventoryNumber before = number;
            number = next(number, event, now);
            if (before.state() == NumberState.QUARANTINED && number.state() == NumberState.AVAILABLE) {
                assertThat(event.held()).isFalse();
                assertThat(before.quarantinedUntil()).isBeforeOrEqualTo(now);
            }
        }
    }

    @Provide
    Arbitrary<List<Event>> lives() {
        Arbitrary<NumberMove> moves = Arbitraries.of(
                new NumberMove.Lease("tocsin:x:number/1", UUID.randomUUID()),
                new NumberMove.GiveBack(START.plus(Duration.ofDays(30))),
                new NumberMove.EndQuarantine(),
                new NumberMove.DecideRelease("ops@example.com", "no longer needed"),
                new NumberMove.DecideRelease("ops@example.com", " "),
                new NumberMove.DecideRelease("", "because"),
                new NumberMove.Released(),
                new NumberMove.Vanished());
        return net.jqwik.api.Combinators.combine(
                        moves,
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, 40))
                .as((move, held, days) -> new Event(move, held, Duration.ofDays(days)))
                .list()
                .ofMaxSize(15);
    }

    private static InventoryNumber next(InventoryNumber number, Event event, Instant now) {
        return switch (NumberRules.decide(number, event.held(), event.move(), now)) {
            case NumberRules.Decision.Allowed allowed -> allowed.next();
            case NumberRules.Decision.Refused ignored -> number;
        };
    }

    private static InventoryNumber bought() {
        return new InventoryNumber(
                UUID.randomUUID(),
                Mode.DRILL,
                "US",
                NumberType.LOCAL,
                "+12015550100",
                "PN1",
                NumberState.IN_USE,
                "tocsin:x:number/1",
                UUID.randomUUID(),
                null,
                START,
                START,
                null,
                0);
    }
}
