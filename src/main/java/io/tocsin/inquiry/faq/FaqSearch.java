package io.tocsin.inquiry.faq;

import io.tocsin.center.CenterTexts;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Remembered;
import io.tocsin.platform.Sql;
import io.tocsin.riskpack.RiskPacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The FAQ of a center: of the pack it launched with, with the facts that callers meet now. Indexed at the first search. */
@ApplicationScoped
public class FaqSearch {
    /** Centers and languages kept ready at once; the one that nobody asked for longest goes first. */
    private static final int MOST_INDEXES = 64;
    /** Below this the best entry has hardly a word in common with the question. */
    private static final float KNOWN = 3.5f;

    private final Sql sql;
    private final RiskPacks packs;
    private final CenterTexts texts;
    private final Remembered<Edition, Faq> ready = new Remembered<>(MOST_INDEXES);

    FaqSearch(Sql sql, RiskPacks packs, CenterTexts texts) {
        this.sql = sql;
        this.packs = packs;
        this.texts = texts;
    }

    /** @param version of the facts */
    private record Edition(UUID center, String packId, String packVersion, int version, String language) {}

    private record Faq(List<RenderedEntry> entries, FaqIndex index) {}

    /** The best first; none where nothing fits. */
    public List<FaqHit> search(UUID centerId, String language, String text) {
        return faq(edition(centerId, language)).index().search(text, 5);
    }

    /** Whether the best hit is one that is worth showing as the answer. */
    public static boolean isKnown(List<FaqHit> hits) {
        return !hits.isEmpty() && hits.getFirst().score() >= KNOWN;
    }

    /** The whole FAQ, in the order of the pack. */
    public List<FaqHit> all(UUID centerId, String language) {
        return faq(edition(centerId, language)).entries().stream()
                .map(e -> new FaqHit(e.id(), e.topic(), e.questions().getFirst(), e.answer(), 0))
                .toList();
    }

    private Edition edition(UUID centerId, String language) {
        return sql.first(
                        "select pack_id, pack_version, coalesce(live_facts, facts_version), languages from"
                                + " incident_center where id = ?",
                        row -> {
                            List<String> spoken = Sql.strings(row, "languages");
                            return new Edition(
                                    centerId,
                                    row.getString(1),
                                    row.getString(2),
                                    row.getInt(3),
                                    spoken.contains(language) ? language : spoken.getFirst());
                        },
                        centerId)
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("There is no center %s.", "センター %s は存在しません。").with(centerId)));
    }

    private Faq faq(Edition edition) {
        return ready.get(edition, () -> make(edition));
    }

    private Faq make(Edition edition) {
        List<RenderedEntry> entries = RenderedEntry.of(
                packs.pinned(edition.packId(), edition.packVersion()).faq(),
                edition.language(),
                texts.of(edition.center(), edition.version()).words().get(edition.language()));
        return new Faq(entries, FaqIndex.of(entries, edition.language()));
    }
}
