package io.tocsin.inquiry.masking;

import io.tocsin.platform.Phrase;
import java.util.List;

/** @param text with marks instead of what was found */
public record Masked(String text, List<Finding> findings) {
    public Masked {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Names of the kinds found, each once. */
    public List<String> kinds() {
        return findings.stream().map(f -> f.kind().name()).distinct().sorted().toList();
    }

    /** For whoever wrote it. */
    public Phrase warning() {
        List<Kind> kinds = findings.stream().map(Finding::kind).distinct().toList();
        return new Phrase(
                "We masked what looks like personal data (" + joined(kinds, "en") + "). Please do not write it here.",
                "個人情報と思われる部分（" + joined(kinds, "ja") + "）を伏せました。ここには書かないでください。");
    }

    private static String joined(List<Kind> kinds, String language) {
        return String.join(
                language.equals("ja") ? "、" : ", ",
                kinds.stream().map(k -> k.words().in(language)).toList());
    }

    /** Kinds only: a text that slips into a log tells nothing. */
    @Override
    public String toString() {
        return "Masked " + kinds();
    }
}
