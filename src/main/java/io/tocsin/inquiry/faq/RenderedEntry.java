package io.tocsin.inquiry.faq;

import io.tocsin.riskpack.FaqEntry;
import io.tocsin.riskpack.PackTexts;
import java.util.List;
import java.util.Map;

/**
 * An entry in one language, with the facts filled in.
 *
 * @param questions all wordings, the first one to be shown
 */
public record RenderedEntry(String id, String topic, List<String> questions, String answer) {
    public RenderedEntry {
        questions = List.copyOf(questions);
    }

    /** @param words facts and standard facts in the language */
    public static List<RenderedEntry> of(List<FaqEntry> entries, String language, Map<String, ?> words) {
        return entries.stream()
                .filter(e -> e.questions().containsKey(language) && e.answer().containsKey(language))
                .map(e -> new RenderedEntry(
                        e.id(),
                        e.topic(),
                        e.questions().get(language).stream()
                                .map(q -> PackTexts.render(q, words))
                                .toList(),
                        PackTexts.render(e.answer().get(language), words)))
                .toList();
    }
}
