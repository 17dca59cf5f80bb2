package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Violation;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.seat.SeatNeeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a capacity means in numbers and seats: the profile, stretched or cut as asked. */
final class CapacityNeeds {
    private CapacityNeeds() {}

    static List<Violation> check(Capacity capacity, RiskPack pack) {
        List<Violation> violations = new ArrayList<>();
        String known = String.join(", ", pack.profiles().keySet());
        if (capacity == null || capacity.profile() == null) {
            violations.add(new Violation(
                    "capacity.profile",
                    Phrase.of("Choose one of: %s.", "次から選んでください: %s").with(known)));
            return violations;
        }
        CapacityProfile profile = pack.profiles().get(capacity.profile());
        if (profile == null) {
            violations.add(new Violation(
                    "capacity.profile",
                    Phrase.of("The pack has no size '%s'; it has %s.", "このパックに規模「%s」はありません。あるのは %s です。")
                            .with(capacity.profile(), known)));
            return violations;
        }
        capacity.numbers().forEach((role, count) -> {
            if (profile.numbers().stream().noneMatch(n -> n.role().equals(role))) {
                violations.add(new Violation(
                        "capacity.numbers." + role,
                        Phrase.of("This size has no numbers for '%s'.", "この規模には「%s」用の番号がありません。")
                                .with(role)));
            }
            if (count < 0 || count > Capacity.MOST_NUMBERS) {
                violations.add(new Violation(
                        "capacity.numbers." + role,
                        Phrase.of("Give a count from 0 to %d.", "0 から %d の数を入力してください。")
                                .with(Capacity.MOST_NUMBERS)));
            }
        });
        if (capacity.seats() != null && (capacity.seats() < 0 || capacity.seats() > Capacity.MOST_SEATS)) {
            violations.add(new Violation(
                    "capacity.seats",
                    Phrase.of("Give a count from 0 to %d.", "0 から %d の数を入力してください。")
                            .with(Capacity.MOST_SEATS)));
        }
        if (capacity.seats() != null && capacity.seats() > 0 && profile.seats().isEmpty()) {
            violations.add(Violation.of(
                    "capacity.seats",
                    "This size has no seats to multiply; choose a larger one.",
                    "この規模には席がありません。より大きい規模を選んでください。"));
        }
        return violations;
    }

    static List<CapacityProfile.NumberNeed> numbers(Capacity capacity, CapacityProfile profile) {
        return profile.numbers().stream()
                .map(n -> new CapacityProfile.NumberNeed(
                        n.role(), capacity.numbers().getOrDefault(n.role(), n.count()), n.type(), n.country()))
                .toList();
    }

    /**
     * Seats one by one, early waves first and in each wave one of every sort first: however few seats are wanted, as
     * many queues as possible have somebody. Where a total is given, the profile's mix is repeated or cut to it.
     */
    static List<SeatNeeded> seats(Capacity capacity, CapacityProfile profile) {
        List<CapacityProfile.SeatNeed> each = new ArrayList<>();
        profile.seats().stream()
                .collect(Collectors.groupingBy(CapacityProfile.SeatNeed::wave, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(wave -> {
                    each.addAll(wave);
                    wave.forEach(need -> each.addAll(Collections.nCopies(need.count() - 1, need)));
                });
        int total = capacity.seats() == null ? each.size() : capacity.seats();
        List<SeatNeeded> seats = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            CapacityProfile.SeatNeed need = each.get(i % each.size());
            seats.add(new SeatNeeded(
                    String.format(Locale.ROOT, "S%04d", i + 1),
                    need.languages(),
                    need.skills(),
                    need.personalData(),
                    need.site(),
                    need.wave() + i / each.size()));
        }
        return seats;
    }
}
