package io.tocsin.site;

import io.tocsin.inquiry.faq.FaqHit;
import io.tocsin.inquiry.faq.FaqSearch;
import java.util.List;
import java.util.stream.Collectors;

/** What the automatic answer says: the entry that fits, and two more; else that it does not know. Pure. */
final class ChatBot {
    private static final int MORE = 2;

    private ChatBot() {}

    static String answer(List<FaqHit> hits, String language) {
        var words = SiteWords.of(language);
        if (!FaqSearch.isKnown(hits)) {
            return words.get("chatUnknown");
        }
        FaqHit best = hits.getFirst();
        String more =
                hits.stream().skip(1).limit(MORE).map(h -> "- " + h.question()).collect(Collectors.joining("\n"));
        return best.question() + "\n" + best.answer()
                + (more.isEmpty() ? "" : "\n\n" + words.get("chatMore") + "\n" + more);
    }
}
