package io.tocsin.notice;

import java.util.Map;

/**
 * A notice that should be public.
 *
 * @param channel {@link Channel#code()}
 * @param factsVersion of the fact sheet behind the words
 * @param words everything that the template asks for, standard facts included; {@code centerNumber} may be left out if
 *     {@code numberFrom} is given
 * @param numberFrom resource name of the number whose output {@code phoneNumber} (E.164) is printed; null if the words
 *     carry the number
 * @param country ISO 3166 code of the readers' country, for writing that number; null writes it as in its own country
 */
public record NoticeSpec(
        String packId,
        String packVersion,
        String name,
        String channel,
        String language,
        int factsVersion,
        Map<String, Object> words,
        String numberFrom,
        String country) {}
