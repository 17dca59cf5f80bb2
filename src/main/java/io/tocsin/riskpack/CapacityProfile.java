package io.tocsin.riskpack;

import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * How large a center of this kind is made.
 *
 * @param name {@code standby}, {@code small}, {@code medium}, {@code large}
 * @param callsPerHour calls expected in the first hour after the notice
 * @param minimumSeats seats that must be signed in before the center may open
 */
public record CapacityProfile(
        String name, Phrase title, List<NumberNeed> numbers, List<SeatNeed> seats, int callsPerHour, int minimumSeats) {
    /** Stands for the first jurisdiction of the center in {@link NumberNeed#country()}. */
    public static final String JURISDICTION = "jurisdiction";
    /** Stands for the first language of the center in {@link SeatNeed#languages()}. */
    public static final String PRIMARY = "primary";
    /** Stands for each further language of the center: the need is repeated for each of them. */
    public static final String OTHERS = "others";

    public CapacityProfile {
        numbers = List.copyOf(numbers);
        seats = List.copyOf(seats);
    }

    /**
     * The profile with the center's own country and languages in the place of the words that stand for them.
     *
     * @param country ISO 3166 code of the country in which numbers are wanted
     * @param languages of the center, the first one first
     */
    public CapacityProfile resolvedFor(String country, List<String> languages) {
        List<NumberNeed> wanted = numbers.stream()
                .map(n -> n.country().equals(JURISDICTION) ? new NumberNeed(n.role(), n.count(), n.type(), country) : n)
                .toList();
        List<SeatNeed> filled = new ArrayList<>();
        for (SeatNeed need : seats) {
            if (need.languages().contains(OTHERS)) {
                languages.stream().skip(1).forEach(l -> filled.add(need.speaking(OTHERS, l)));
            } else {
                filled.add(need.speaking(PRIMARY, languages.getFirst()));
            }
        }
        return new CapacityProfile(name, title, wanted, filled, callsPerHour, minimumSeats);
    }

    public int seatCount() {
        return seats.stream().mapToInt(SeatNeed::count).sum();
    }

    public int numberCount() {
        return numbers.stream().mapToInt(NumberNeed::count).sum();
    }

    /**
     * @param role what the number is for: {@code main}, {@code second-site}
     * @param country ISO 3166 code or {@link #JURISDICTION}
     */
    public record NumberNeed(String role, int count, NumberType type, String country) {}

    /**
     * Seats of one sort.
     *
     * @param languages all of which the person must speak: codes, {@link #PRIMARY} or {@link #OTHERS}
     * @param skills all of which the person must have
     * @param personalData whether the seat handles personal data and so needs clearance
     * @param site {@code headquarters}, {@code second-site}, {@code home}, {@code partner} or {@code any}; a wish
     * @param wave the ramp-up wave in which the seat is filled, 1 first
     */
    public record SeatNeed(
            int count, List<String> languages, List<String> skills, boolean personalData, String site, int wave) {
        public SeatNeed {
            languages = List.copyOf(languages);
            skills = List.copyOf(skills);
        }

        SeatNeed speaking(String placeholder, String language) {
            List<String> spoken = languages.stream()
                    .map(l -> l.equals(placeholder) ? language : l)
                    .distinct()
                    .toList();
            return new SeatNeed(count, spoken, skills, personalData, site, wave);
        }
    }
}
