package io.tocsin.riskpack;

import java.util.List;

/**
 * What the parts of a pack may know of the whole while they are parsed.
 *
 * @param packId folder name: {@code product-recall}
 * @param languages languages that every text of the pack must have, the first one the fallback
 * @param facts what templates may refer to, besides the {@link StandardFacts}
 */
public record PackFrame(String packId, List<String> languages, FactSchema facts) {}
