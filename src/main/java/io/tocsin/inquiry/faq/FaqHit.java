package io.tocsin.inquiry.faq;

/**
 * An entry of the FAQ that may answer.
 *
 * @param question the entry's first wording
 * @param answer with the center's facts filled in
 * @param score higher is better; comparable within one search only
 */
public record FaqHit(String id, String topic, String question, String answer, float score) {}
