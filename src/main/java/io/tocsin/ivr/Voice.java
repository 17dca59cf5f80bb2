package io.tocsin.ivr;

import java.util.Map;

/**
 * How the carrier is told to speak a language.
 *
 * @param code the carrier's language code (BCP 47)
 * @param name the carrier's voice
 */
record Voice(String code, String name) {
    private static final Map<String, Voice> VOICES = Map.of(
            "en", new Voice("en-US", "Polly.Joanna-Neural"),
            "ja", new Voice("ja-JP", "Polly.Kazuha-Neural"),
            "zh", new Voice("cmn-CN", "Polly.Zhiyu-Neural"),
            "ko", new Voice("ko-KR", "Polly.Seoyeon-Neural"),
            "es", new Voice("es-US", "Polly.Lupe-Neural"),
            "pt", new Voice("pt-BR", "Polly.Camila-Neural"),
            "fr", new Voice("fr-FR", "Polly.Lea-Neural"),
            "de", new Voice("de-DE", "Polly.Vicki-Neural"));

    /** The voice of a language; the language's own code with the carrier's default voice if we have no better one. */
    static Voice of(String language) {
        return VOICES.getOrDefault(language, new Voice(language, ""));
    }
}
