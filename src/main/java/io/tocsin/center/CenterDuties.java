package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.regime.ObligationClock;
import io.tocsin.regime.Obligations;
import io.tocsin.regime.Regime;
import io.tocsin.regime.Regimes;
import io.tocsin.riskpack.RiskPack;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which regimes bind a center, and the duties that follow. */
@ApplicationScoped
public class CenterDuties {
    private final Regimes regimes;
    private final Obligations obligations;

    CenterDuties(Regimes regimes, Obligations obligations) {
        this.regimes = regimes;
        this.obligations = obligations;
    }

    public List<Regime> regimes(IncidentCenter center, RiskPack pack, JsonNode facts) {
        return regimes.applicable(
                pack.regimesIn(center.jurisdictions()), center.packId(), center.jurisdictions(), facts);
    }

    /** Opens the duties, and moves the deadlines of open ones where facts changed them. */
    void open(IncidentCenter center, RiskPack pack, JsonNode facts) {
        obligations.open(
                center.id(),
                ObligationClock.dues(
                        regimes(center, pack, facts),
                        center.packId(),
                        center.jurisdictions(),
                        facts,
                        center.awareAt()));
    }
}
