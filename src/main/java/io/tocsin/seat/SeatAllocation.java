package io.tocsin.seat;

import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who sits where: a pure function. Fills as many seats as can be filled at all (a maximum matching), seats of early
 * waves and seats with personal data first; whoever has a seat already keeps it if possible.
 */
public final class SeatAllocation {
    private final String packId;
    private final List<Person> people;
    private final Set<UUID> busyElsewhere;
    private final Map<Demand, List<Person>> fitting = new HashMap<>();

    /**
     * @param packId people must be trained for it
     * @param busyElsewhere people with a seat in another center; taken only when nobody else fits
     */
    public SeatAllocation(String packId, List<Person> people, Set<UUID> busyElsewhere) {
        this.packId = packId;
        this.people = people;
        this.busyElsewhere = busyElsewhere;
    }

    /** @param present who has which seat now, by seat number */
    public List<FilledSeat> fill(List<SeatNeeded> needs, Map<String, UUID> present) {
        Map<UUID, SeatNeeded> seatOf = new HashMap<>();
        Map<String, Person> taken = new HashMap<>();
        Map<UUID, Person> byId = new HashMap<>();
        people.forEach(p -> byId.put(p.id(), p));
        for (SeatNeeded need : needs) {
            Person sitting = byId.get(present.get(need.seatNo()));
            if (sitting != null && fits(sitting, need)) {
                seat(sitting, need, seatOf, taken);
            }
        }
        // whoever was asked in vain can be of no help to a later seat either; asking them again and again takes minutes
        // where a roster is much smaller than the center
        Set<UUID> inVain = new HashSet<>();
        needs.stream()
                .filter(n -> !taken.containsKey(n.seatNo()))
                .sorted(Comparator.comparingInt(SeatNeeded::wave)
                        .thenComparing(n -> !n.personalData())
                        .thenComparing(SeatNeeded::seatNo))
                .forEach(need -> {
                    Set<UUID> asked = new HashSet<>(inVain);
                    if (!findFor(need, seatOf, taken, asked)) {
                        inVain.addAll(asked);
                    }
                });
        return needs.stream()
                .map(need -> Optional.ofNullable(taken.get(need.seatNo()))
                        .map(p -> new FilledSeat(need, Optional.of(p), Optional.empty()))
                        .orElseGet(() -> new FilledSeat(need, Optional.empty(), Optional.of(whyEmpty(need)))))
                .toList();
    }

    /** Seats somebody, if need be by moving others to seats that fit them as well (an augmenting path). */
    private boolean findFor(SeatNeeded need, Map<UUID, SeatNeeded> seatOf, Map<String, Person> taken, Set<UUID> asked) {
        // Whoever sits nowhere yet goes first.
        List<Person> candidates = new ArrayList<>();
        List<Person> seated = new ArrayList<>();
        for (Person person : fitting(need)) {
            (seatOf.containsKey(person.id()) ? seated : candidates).add(person);
        }
        candidates.addAll(seated);
        for (Person candidate : candidates) {
            if (!asked.add(candidate.id())) {
                continue;
            }
            SeatNeeded held = seatOf.get(candidate.id());
            if (held == null || findFor(held, seatOf, taken, asked)) {
                seat(candidate, need, seatOf, taken);
                return true;
            }
        }
        return false;
    }

    /** What tells seats apart for those who might sit there. */
    private record Demand(List<String> languages, List<String> skills, boolean personalData, String site) {}

    /** Everybody who fits, whoever should be asked first in front. Most seats of a center want the same. */
    private List<Person> fitting(SeatNeeded need) {
        return fitting.computeIfAbsent(
                new Demand(need.languages(), need.skills(), need.personalData(), need.site()), demand -> people.stream()
                        .filter(p -> fits(p, need))
                        .sorted(Comparator.comparing((Person p) -> busyElsewhere.contains(p.id()))
                                .thenComparing(p -> !need.site().equals("any")
                                        && !p.site().word().equals(need.site()))
                                // whoever can do least besides goes first, so that the versatile remain for what is
                                // rare
                                .thenComparing(
                                        p -> p.languages().size() + p.skills().size() + (p.clearance() ? 1 : 0))
                                .thenComparing(Person::email))
                        .toList());
    }

    private static void seat(Person person, SeatNeeded need, Map<UUID, SeatNeeded> seatOf, Map<String, Person> taken) {
        seatOf.put(person.id(), need);
        taken.put(need.seatNo(), person);
    }

    private boolean fits(Person person, SeatNeeded need) {
        return lacks(person, need).isEmpty();
    }

    /** What keeps a person from a seat. */
    private List<Lack> lacks(Person person, SeatNeeded need) {
        List<Lack> lacks = new ArrayList<>();
        if (!person.languages().containsAll(need.languages())) {
            lacks.add(Lack.LANGUAGE);
        }
        if (!person.skills().containsAll(need.skills())) {
            lacks.add(Lack.SKILL);
        }
        if (need.personalData() && !person.clearance()) {
            lacks.add(Lack.CLEARANCE);
        }
        if (!person.trainedFor().contains(packId)) {
            lacks.add(Lack.TRAINING);
        }
        if (need.site().equals("home") && !person.homePermission()) {
            lacks.add(Lack.HOME);
        }
        return lacks;
    }

    private enum Lack {
        LANGUAGE,
        SKILL,
        CLEARANCE,
        TRAINING,
        HOME
    }

    private Phrase whyEmpty(SeatNeeded need) {
        long fitting = people.stream().filter(p -> fits(p, need)).count();
        if (people.isEmpty()) {
            return Phrase.of("The roster is empty. Import one.", "名簿が空です。名簿を取り込んでください。");
        }
        if (fitting > 0) {
            return Phrase.count(
                    "The one person who fits has a seat. Add people to the roster.",
                    "All %d people who fit have a seat. Add people to the roster.",
                    "条件に合う%d人は全員着席済みです。名簿に人を追加してください。",
                    fitting);
        }
        for (Lack lack : Lack.values()) {
            if (people.stream().allMatch(p -> lacks(p, need).contains(lack))) {
                return nobody(lack, need);
            }
        }
        return Phrase.of(
                        "Nobody on the roster meets all that this seat needs at once (%s). Train or clear someone who nearly fits.",
                        "この席の条件（%s）をすべて満たす人が名簿にいません。条件に近い人の研修または許可を検討してください。")
                .with(description(need));
    }

    private Phrase nobody(Lack lack, SeatNeeded need) {
        return switch (lack) {
            case LANGUAGE ->
                Phrase.of("Nobody on the roster speaks %s.", "%s を話せる人が名簿にいません。")
                        .with(String.join(" + ", need.languages()));
            case SKILL ->
                Phrase.of("Nobody on the roster has the skill %s.", "スキル %s を持つ人が名簿にいません。")
                        .with(String.join(" + ", need.skills()));
            case CLEARANCE -> Phrase.of("Nobody on the roster is cleared for personal data.", "個人情報の取扱許可を持つ人が名簿にいません。");
            case TRAINING ->
                Phrase.of("Nobody on the roster is trained for %s.", "%s の研修を受けた人が名簿にいません。")
                        .with(packId);
            case HOME -> Phrase.of("Nobody on the roster may work from home.", "在宅勤務の許可を持つ人が名簿にいません。");
        };
    }

    private static String description(SeatNeeded need) {
        List<String> words = new ArrayList<>(need.languages());
        words.addAll(need.skills());
        if (need.personalData()) {
            words.add("personal data");
        }
        if (need.site().equals("home")) {
            words.add("home");
        }
        return String.join(", ", words);
    }
}
