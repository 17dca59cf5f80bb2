package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.RiskPack;
import java.util.List;

/**
 * One size that a center may have.
 *
 * @param present whether the center has it now
 * @param shown whether it is the one whose plan is shown
 */
record SizeChoice(String name, Phrase title, int seats, int numbers, int callsPerHour, boolean present, boolean shown) {
    static List<SizeChoice> of(RiskPack pack, IncidentCenter center, String shown) {
        return pack.profiles().values().stream()
                .map(p -> of(p.resolvedFor(center.country(), center.languages()), center, shown))
                .toList();
    }

    private static SizeChoice of(CapacityProfile profile, IncidentCenter center, String shown) {
        return new SizeChoice(
                profile.name(),
                profile.title(),
                profile.seatCount(),
                profile.numberCount(),
                profile.callsPerHour(),
                profile.name().equals(center.capacity().profile()),
                profile.name().equals(shown));
    }
}
