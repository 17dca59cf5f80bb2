package io.tocsin.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.ProblemException;
import io.tocsin.regime.CenterObligation.State;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@TocsinTest
class ObligationsTest {
    private static final Instant AWARENESS = Instant.parse("2024-06-08T00:00:00Z");

    @Inject
    Obligations obligations;

    @Inject
    Regimes regimes;

    private final UUID center = Ids.next(Instant.now());

    @Test
    void dutiesAreListedTheMostPressingFirst() {
        open("{\"malicious\": \"yes\", \"peopleCount\": 254241}");

        List<CenterObligation> all = obligations.list(center);

        assertThat(all)
                .extracting(CenterObligation::code)
                .containsExactly(
                        "tell-the-people", "preliminary-report-malicious", "preliminary-report-number", "final-report");
        assertThat(all).allMatch(o -> o.state() == State.OPEN);
        assertThat(all.getLast().dueAt()).contains(Instant.parse("2024-08-06T14:59:59Z"));
        assertThat(all.getLast().isOverdueAt(Instant.parse("2024-08-06T15:00:00Z")))
                .isTrue();
    }

    @Test
    void revisedFactsMoveTheDeadlineOfWhatIsOpen() {
        open("{\"malicious\": \"no\"}");
        assertThat(due("final-report")).isEqualTo(Instant.parse("2024-07-07T14:59:59Z"));

        open("{\"malicious\": \"yes\"}");

        assertThat(due("final-report")).isEqualTo(Instant.parse("2024-08-06T14:59:59Z"));
        assertThat(obligations.list(center))
                .filteredOn(o -> o.code().equals("final-report"))
                .hasSize(1);
    }

    @Test
    void nothingIsClosedWithoutEvidence() {
        open("{\"malicious\": \"yes\"}");
        UUID id = obligations.list(center).getFirst().id();

        assertThatThrownBy(() -> obligations.close(id, "  ", "anna")).isInstanceOf(ProblemException.class);

        assertThat(obligations.find(id))
                .hasValueSatisfying(o -> assertThat(o.state()).isEqualTo(State.OPEN));
    }

    @Test
    void whatIsClosedStaysAsItWasRecorded() {
        open("{\"malicious\": \"yes\"}");
        UUID id = obligations.list(center).getFirst().id();

        CenterObligation met = obligations.close(id, "PPC receipt 123", "anna");

        assertThat(met.state()).isEqualTo(State.MET);
        assertThat(met.evidence()).contains("PPC receipt 123");
        assertThat(met.closedBy()).contains("anna");
        assertThatThrownBy(() -> obligations.waive(id, "not owed", "bert"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo("obligation-closed"));
    }

    @Test
    void aWaiverKeepsItsReason() {
        open("{\"malicious\": \"yes\"}");
        UUID id = obligations.list(center).getFirst().id();

        assertThat(obligations.waive(id, "no personal data after all", "anna").state())
                .isEqualTo(State.WAIVED);
    }

    private Instant due(String code) {
        return obligations.list(center).stream()
                .filter(o -> o.code().equals(code))
                .findFirst()
                .orElseThrow()
                .dueAt()
                .orElseThrow();
    }

    private void open(String facts) {
        List<ObligationClock.Due> dues = ObligationClock.dues(
                List.of(regimes.regime("appi").orElseThrow()),
                "data-breach",
                List.of("JP"),
                Json.tree(facts),
                AWARENESS);
        QuarkusTransaction.requiringNew().run(() -> obligations.open(center, dues));
    }
}
