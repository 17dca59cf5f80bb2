package io.tocsin.riskpack;

import java.util.List;
import java.util.Map;

/**
 * One question that people ask.
 *
 * @param questions by language, the same question in the several ways in which people put it; the first one is shown
 * @param answer template by language
 */
public record FaqEntry(String id, String topic, Map<String, List<String>> questions, Map<String, String> answer) {}
