package io.tocsin.center;

import io.tocsin.ivr.IvrScript;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Ledger;
import io.tocsin.seat.FilledSeat;
import io.tocsin.telephony.NumberInventory;
import io.tocsin.telephony.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plan previews, from the ledger, the roster and the number inventory as they are now. */
@ApplicationScoped
public class Previews {
    private final Centers centers;
    private final PlanMaker plans;
    private final Ledger ledger;
    private final NumberInventory inventory;
    private final Tariffs tariffs;

    Previews(Centers centers, PlanMaker plans, Ledger ledger, NumberInventory inventory, Tariffs tariffs) {
        this.centers = centers;
        this.plans = plans;
        this.ledger = ledger;
        this.inventory = inventory;
        this.tariffs = tariffs;
    }

    /**
     * @param emptySeats seats that would stay empty, with the reason
     * @param unansweredQueues queues whose callers nobody with a seat may answer
     * @param cost estimated, with what takes longest
     */
    public record Preview(
            Capacity capacity,
            Map<PlanPreview.Change, Long> counts,
            List<PlanPreview.Item> items,
            List<EmptySeat> emptySeats,
            List<Phrase> unansweredQueues,
            PlanCost cost) {}

    public record EmptySeat(
            String seatNo, List<String> languages, List<String> skills, boolean personalData, Phrase why) {}

    Preview of(UUID id, Capacity other) {
        IncidentCenter center = centers.get(id);
        Capacity capacity = other == null ? center.capacity() : other;
        List<Violation> violations = CapacityNeeds.check(capacity, plans.pack(center));
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "capacity-invalid", Phrase.of("Correct the capacity.", "規模の指定を修正してください。"), violations);
        }
        int facts = center.liveFacts == null ? center.factsVersion() : center.liveFacts;
        PlanMaker.Made plan = plans.plan(center, capacity, facts);
        Map<String, List<String>> stock = inventory.stock(center.mode()).stream()
                .collect(Collectors.groupingBy(
                        s -> s.country() + "/" + s.type().word(),
                        Collectors.mapping(s -> s.e164(), Collectors.toList())));
        List<PlanPreview.Item> items = PlanPreview.of(ledger.of(id), plan.resources(), stock);
        return new Preview(
                capacity,
                items.stream().collect(Collectors.groupingBy(PlanPreview.Item::change, Collectors.counting())),
                items,
                plan.seats().stream().flatMap(s -> empty(s).stream()).toList(),
                unanswered(center, plan),
                PlanCost.of(items, plans.profile(center, capacity).callsPerHour(), center.mode(), tariffs));
    }

    /** A size without seats leaves its callers to the script on purpose. */
    private List<Phrase> unanswered(IncidentCenter center, PlanMaker.Made plan) {
        return plan.seats().isEmpty()
                ? List.of()
                : QueueCover.planned(plans.pack(center).part(IvrScript.class).queues(center.languages()), plan.seats());
    }

    private static Optional<EmptySeat> empty(FilledSeat seat) {
        return seat.whyEmpty()
                .map(why -> new EmptySeat(
                        seat.need().seatNo(),
                        seat.need().languages(),
                        seat.need().skills(),
                        seat.need().personalData(),
                        why));
    }
}
