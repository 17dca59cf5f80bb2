package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Mode;
import java.time.Instant;
import java.util.List;

/**
 * "We have an incident": what a crisis manager gives to begin.
 *
 * @param name how the team calls it; the organization's name if absent
 * @param pack id of the risk pack
 * @param awareAt when the organization learned of it
 * @param jurisdictions ISO 3166 codes or EU, the most important first
 * @param country where numbers are wanted; the first jurisdiction if absent
 * @param languages all the pack's if absent
 * @param facts fact name to value; may be incomplete until the center opens
 */
public record Declaration(
        String name,
        String organization,
        String pack,
        Instant awareAt,
        List<String> jurisdictions,
        String country,
        List<String> languages,
        Mode mode,
        Capacity capacity,
        JsonNode facts) {}
