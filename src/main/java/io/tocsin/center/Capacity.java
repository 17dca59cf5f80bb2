package io.tocsin.center;

import java.util.Map;

/**
 * How large a center is to be: a profile of its pack, with changes to it.
 *
 * @param profile {@code standby}, {@code small}, {@code medium}, {@code large}
 * @param numbers count by role, where it differs from the profile's
 * @param seats how many seats in all, where it differs from the profile's; null where not
 */
public record Capacity(String profile, Map<String, Integer> numbers, Integer seats) {
    static final String STANDBY = "standby";
    static final int MOST_NUMBERS = 200;
    static final int MOST_SEATS = 2_000;

    public Capacity {
        numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
    }

    public boolean isStandby() {
        return STANDBY.equals(profile);
    }
}
