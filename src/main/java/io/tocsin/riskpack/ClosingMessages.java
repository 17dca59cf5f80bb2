package io.tocsin.riskpack;

import java.util.Map;

/**
 * What callers and readers meet after the center has closed; templates by language.
 *
 * @param voice spoken on the numbers while they are in quarantine
 * @param web in the place of the notice page
 */
public record ClosingMessages(Map<String, String> voice, Map<String, String> web) {}
