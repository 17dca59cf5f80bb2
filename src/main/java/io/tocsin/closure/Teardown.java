package io.tocsin.closure;

import io.tocsin.center.CenterService;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.center.Phase;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Versions;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Ledger;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes a center down: dry run first, then everything at once into the ledger; the reconciler does the rest. */
@ApplicationScoped
public class Teardown {
    private final Centers centers;
    private final CenterService service;
    private final Ledger ledger;
    private final Seats seats;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Sql sql;
    private final Clock clock;

    Teardown(
            Centers centers,
            CenterService service,
            Ledger ledger,
            Seats seats,
            Obligations obligations,
            Evidence evidence,
            Sql sql,
            Clock clock) {
        this.centers = centers;
        this.service = service;
        this.ledger = ledger;
        this.seats = seats;
        this.obligations = obligations;
        this.evidence = evidence;
        this.sql = sql;
        this.clock = clock;
    }

    public TeardownPlan dryRun(UUID id) {
        IncidentCenter center = centers.get(id);
        return TeardownPlan.of(
                center.phase(),
                ledger.of(id),
                evidence.isCurrent(id),
                obligations.list(id).stream()
                        .filter(o -> o.state() == CenterObligation.State.OPEN)
                        .map(CenterObligation::title)
                        .toList(),
                holds(id));
    }

    @Transactional
    public IncidentCenter begin(UUID id, String ifMatch, String actor) {
        IncidentCenter center = centers.lock(id);
        Versions.require(ifMatch, center.version());
        TeardownPlan plan = dryRun(id);
        if (!plan.blockers().isEmpty()) {
            throw new Problem(
                            "teardown-blocked",
                            409,
                            Phrase.of("The center cannot be torn down yet", "まだ撤去できません"),
                            Phrase.of("Do what is listed below first.", "先に下記の対応を行ってください。"),
                            plan.blockers().stream()
                                    .map(b -> new Violation("", b))
                                    .toList())
                    .asException();
        }
        // Seats first: with the commit nobody of the center gets in any more, whatever the vendors take to follow.
        seats.seat(id, List.of());
        ledger.apply(id, center.mode(), List.of());
        return service.move(
                id,
                Phase.TEARING_DOWN,
                actor,
                "center.tearing-down",
                Phrase.count(
                        "Teardown begun: %d resource",
                        "Teardown begun: %d resources",
                        "撤去開始: 資源 %d 件",
                        plan.steps().size()),
                Map.of("resources", plan.steps().size()));
    }

    private Map<String, Phrase> holds(UUID id) {
        record Held(String number, Phrase until) {}
        return sql
                .list(
                        "select n.e164, h.reason, h.until from number_inventory n join number_hold h on h.number_id = n.id"
                                + " where n.center_id = ? and h.lifted_at is null and (h.until is null or h.until > ?)",
                        row -> new Held(
                                row.getString(1),
                                Phrase.of("on hold: %s", "保留中: %s").with(row.getString(2))),
                        id,
                        clock.instant())
                .stream()
                .collect(Collectors.toMap(Held::number, Held::until, (a, b) -> a));
    }
}
