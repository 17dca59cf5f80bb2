package io.tocsin.seat;

import java.util.List;

/**
 * One seat that a center wants filled.
 *
 * @param seatNo lasting name within the center: {@code S001}
 * @param site a wish, unless it is {@code home}, which needs permission; {@code any} for none
 * @param wave ramp-up wave, 1 first
 */
public record SeatNeeded(
        String seatNo, List<String> languages, List<String> skills, boolean personalData, String site, int wave) {}
