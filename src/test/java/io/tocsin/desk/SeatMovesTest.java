package io.tocsin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.platform.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SeatMovesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID CALL = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private final SeatMoves moves = new SeatMoves(Duration.ofMinutes(2));

    private static SeatMoment out(boolean afterCallWork) {
        return new SeatMoment(SeatState.CHECKED_OUT, NOON, null, null, afterCallWork);
    }

    private SeatMoment after(SeatMoment seat, SeatEvent... events) {
        SeatMoment now = seat;
        Instant at = NOON;
        for (SeatEvent event : events) {
            at = at.plusSeconds(1);
            now = moves.next(now, event, at);
        }
        return now;
    }

    @Test
    void aCallIsOfferedAnsweredWrittenUpAndTheSeatReadyAgain() {
        SeatMoment busy =
                after(out(true), new SeatEvent.CheckIn(), new SeatEvent.Offered(CALL), new SeatEvent.Answered(CALL));
        assertThat(busy.state()).isEqualTo(SeatState.BUSY);

        SeatMoment writing = after(busy, new SeatEvent.Ended(CALL, true));
        assertThat(writing.state()).isEqualTo(SeatState.AFTER_CALL);
        assertThat(writing.contact()).as("what is written up").isEqualTo(CALL);
        assertThat(writing.isOverrun(NOON.plusSeconds(1).plusSeconds(120))).isFalse();
        assertThat(writing.isOverrun(NOON.plusSeconds(1).plusSeconds(121))).isTrue();

        assertThat(after(writing, new SeatEvent.Ready()).state()).isEqualTo(SeatState.READY);
    }

    @Test
    void withoutAfterCallWorkTheNextCallMayCome() {
        SeatMoment done = after(
                out(false),
                new SeatEvent.CheckIn(),
                new SeatEvent.Offered(CALL),
                new SeatEvent.Answered(CALL),
                new SeatEvent.Ended(CALL, true));
        assertThat(done.state()).isEqualTo(SeatState.READY);
        assertThat(done.contact()).isNull();
    }

    @Test
    void whoeverDoesNotAnswerIsOfferedNothingMoreButACallerWhoGaveUpIsNobodysFault() {
        SeatMoment rung = after(out(true), new SeatEvent.CheckIn(), new SeatEvent.Offered(CALL));
        assertThat(after(rung, new SeatEvent.NotAnswered(CALL, true)).state()).isEqualTo(SeatState.AWAY);
        assertThat(after(rung, new SeatEvent.NotAnswered(CALL, false)).state()).isEqualTo(SeatState.READY);
        assertThat(after(rung, new SeatEvent.NotAnswered(OTHER, true)))
                .as("old news of another call")
                .isSameAs(rung);
    }

    @Test
    void theEndMayBeToldBeforeTheBeginning() {
        SeatMoment rung = after(out(true), new SeatEvent.CheckIn(), new SeatEvent.Offered(CALL));
        assertThat(after(rung, new SeatEvent.Ended(CALL, true)).state()).isEqualTo(SeatState.AFTER_CALL);
    }

    @Test
    void nobodyGoesAwayWithACallerOnTheLine() {
        SeatMoment busy =
                after(out(true), new SeatEvent.CheckIn(), new SeatEvent.Offered(CALL), new SeatEvent.Answered(CALL));
        assertThatThrownBy(() -> after(busy, new SeatEvent.CheckOut())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> after(busy, new SeatEvent.Rest(Duration.ofMinutes(5))))
                .isInstanceOf(ProblemException.class);
        assertThat(after(busy, new SeatEvent.SentHome()).state()).isEqualTo(SeatState.CHECKED_OUT);
    }

    @Test
    void aBreakHasAPlannedEnd() {
        SeatMoment resting = after(out(true), new SeatEvent.CheckIn(), new SeatEvent.Rest(Duration.ofMinutes(15)));
        assertThat(resting.plannedUntil()).isEqualTo(resting.since().plus(Duration.ofMinutes(15)));
    }

    @Property
    void whateverHappensASeatHoldsSomebodyOnlyWhileItSaysSo(@ForAll("events") List<SeatEvent> events) {
        SeatMoment seat = out(true);
        for (SeatEvent event : events) {
            SeatMoment before = seat;
            try {
                seat = moves.next(seat, event, NOON);
            } catch (ProblemException refused) {
                assertThat(event).as("facts are never refused").isInstanceOf(SeatEvent.Wish.class);
            }
            boolean needsContact = seat.state().holdsSomebody();
            assertThat(seat.contact() != null)
                    .as("contact after %s in %s: %s", event, before, seat)
                    .isEqualTo(needsContact || seat.state() == SeatState.AFTER_CALL);
            if (before.state() == SeatState.CHECKED_OUT) {
                assertThat(seat.state())
                        .as("only checking in brings anybody to work: %s", event)
                        .isIn(SeatState.CHECKED_OUT, event instanceof SeatEvent.CheckIn ? SeatState.READY : null);
            }
        }
    }

    @Provide
    Arbitrary<List<SeatEvent>> events() {
        return Arbitraries.<SeatEvent>of(
                        new SeatEvent.CheckIn(),
                        new SeatEvent.Ready(),
                        new SeatEvent.Rest(Duration.ofMinutes(5)),
                        new SeatEvent.CheckOut(),
                        new SeatEvent.Take(OTHER),
                        new SeatEvent.Offered(CALL),
                        new SeatEvent.Answered(CALL),
                        new SeatEvent.NotAnswered(CALL, true),
                        new SeatEvent.NotAnswered(CALL, false),
                        new SeatEvent.Ended(CALL, true),
                        new SeatEvent.Ended(OTHER, false),
                        new SeatEvent.SentHome())
                .list()
                .ofMaxSize(12);
    }
}
