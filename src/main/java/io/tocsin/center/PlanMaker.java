package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ivr.IvrScript;
import io.tocsin.notice.NoticeTemplates;
import io.tocsin.platform.PublicUrl;
import io.tocsin.provisioning.PlannedResource;
import io.tocsin.regime.Jurisdictions;
import io.tocsin.regime.Regime;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.NumberType;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.seat.FilledSeat;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers what the plan is a function of. */
@ApplicationScoped
class PlanMaker {
    private final RiskPacks packs;
    private final FactSheetVersions factSheets;
    private final Seats seats;
    private final CenterWords words;
    private final CenterDuties duties;
    private final String baseUrl;

    PlanMaker(
            RiskPacks packs,
            FactSheetVersions factSheets,
            Seats seats,
            CenterWords words,
            CenterDuties duties,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.packs = packs;
        this.factSheets = factSheets;
        this.seats = seats;
        this.words = words;
        this.duties = duties;
        this.baseUrl = baseUrl.base();
    }

    /** What should exist, and who sits where. */
    record Made(List<PlannedResource> resources, List<FilledSeat> seats) {}

    RiskPack pack(IncidentCenter center) {
        return packs.pinned(center.packId(), center.packVersion());
    }

    CapacityProfile profile(IncidentCenter center, Capacity capacity) {
        return pack(center).profiles().get(capacity.profile()).resolvedFor(center.country(), center.languages());
    }

    Made plan(IncidentCenter center, Capacity capacity, int factsVersion) {
        RiskPack pack = pack(center);
        CapacityProfile profile = profile(center, capacity);
        FactSheetVersions.FactSheet sheet = factSheets.get(center.id(), factsVersion);
        JsonNode facts = sheet.facts();
        List<FilledSeat> filled = seats.allocate(center.id(), center.packId(), CapacityNeeds.seats(capacity, profile));
        PlanInput input = new PlanInput(
                center.id(),
                center.mode(),
                center.organization(),
                center.packId(),
                center.packVersion(),
                factsVersion,
                center.languages(),
                center.jurisdictions(),
                center.country(),
                baseUrl,
                words.of(
                        center,
                        pack,
                        facts,
                        sheet.at()
                                .atZone(Jurisdictions.zoneOf(center.country()))
                                .toLocalDate()),
                CapacityNeeds.numbers(capacity, profile),
                filled,
                pack.part(IvrScript.class).queues(center.languages()),
                pack.part(NoticeTemplates.class).in(center.languages()).stream()
                        .map(t -> new PlanInput.NoticeNeed(t.name(), t.channel().code(), t.language()))
                        .toList(),
                quarantineDays(center, pack, facts));
        return new Made(CenterPlan.of(input), filled);
    }

    /** As long as the pack says, and longer where a regime demands it (HIPAA: toll-free numbers, 90 days). */
    private Map<NumberType, Integer> quarantineDays(IncidentCenter center, RiskPack pack, JsonNode facts) {
        Map<NumberType, Integer> days = new EnumMap<>(NumberType.class);
        for (NumberType type : NumberType.values()) {
            int demanded = duties.regimes(center, pack, facts).stream()
                    .flatMap(regime -> regime.numberHold().stream())
                    .filter(hold -> !hold.freephoneOnly() || type == NumberType.FREEPHONE)
                    .mapToInt(Regime.NumberHold::days)
                    .max()
                    .orElse(0);
            days.put(type, Math.max(pack.quarantineDays(), demanded));
        }
        return days;
    }
}
