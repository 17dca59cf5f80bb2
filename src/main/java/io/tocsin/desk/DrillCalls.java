package io.tocsin.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.drill.DrillCallers;
import io.tocsin.ivr.IvrScript;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.provisioning.Ledger;
import io.tocsin.riskpack.RiskPacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Simulated people who call a drill center, by the keys that lead to what they want. */
@ApplicationScoped
class DrillCalls {
    /** How long somebody whom an agent asks to call waits, in seconds. */
    private static final int PATIENCE = 120;

    private final DrillCallers callers;
    private final Queues queues;
    private final Centers centers;
    private final RiskPacks packs;
    private final Ledger ledger;
    private final Clock clock;

    DrillCalls(DrillCallers callers, Queues queues, Centers centers, RiskPacks packs, Ledger ledger, Clock clock) {
        this.callers = callers;
        this.queues = queues;
        this.centers = centers;
        this.packs = packs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param person each number is another one
     * @param patience seconds in a queue before hanging up
     * @return the call's SID; empty where the center has no number
     */
    Optional<String> call(UUID centerId, String reason, String language, int person, int patience) {
        // Only the look-up: a call that begins must not wait for a transaction of ours.
        IncidentCenter center = QuarkusTransaction.requiringNew().call(() -> centers.get(centerId));
        List<String> keys = packs.pinned(center.packId(), center.packVersion())
                .part(IvrScript.class)
                .keysTo(reason, language, center.languages())
                .orElse(List.of());
        return ledger.outputs(centerId, "phone-number", "phoneNumber").stream()
                .findFirst()
                .flatMap(to -> callers.call(to, from(person), keys, language, patience));
    }

    /** Somebody with a question that this seat answers calls at once. */
    void callFor(DeskSeat seat) {
        Mode mode = QuarkusTransaction.requiringNew()
                .call(() -> centers.get(seat.centerId()).mode());
        if (mode != Mode.DRILL || !callers.active()) {
            throw Problem.conflict(
                    "no-drill", Phrase.of("Nobody is simulated in this center.", "このセンターでは模擬の着信を利用できません。"));
        }
        List<QueueNeed> answered = queues.answeredBy(seat);
        int person = (int) (clock.millis() / 1000 % 70_000);
        boolean called = !answered.isEmpty()
                && call(
                                seat.centerId(),
                                answered.get(person % answered.size()).reason(),
                                answered.get(person % answered.size()).language(),
                                person,
                                PATIENCE)
                        .isPresent();
        if (!called) {
            throw Problem.conflict(
                    "nobody-to-call",
                    Phrase.of(
                            "Nobody can call: your seat answers no queue, or the center has no number.",
                            "着信できません。担当キューまたは電話番号がありません。"));
        }
    }

    /** Numbers reserved for fiction: 555-0100 to 555-0199 of area codes from 201 on. */
    private static String from(int person) {
        return String.format(Locale.ROOT, "+1%d555%04d", 201 + person / 100 % 700, 100 + person % 100);
    }
}
