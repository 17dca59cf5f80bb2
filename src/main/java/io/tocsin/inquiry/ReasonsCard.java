package io.tocsin.inquiry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.DashboardPart;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Inquiries by reason, on a center's overview. */
@ApplicationScoped
class ReasonsCard implements DashboardPart {
    private static final int SHOWN = 8;

    private final ReasonCounts counts;

    ReasonsCard(ReasonCounts counts) {
        this.counts = counts;
    }

    @CheckedTemplate(basePath = "inquiry")
    static class Templates {
        static native TemplateInstance reasons(UUID centerId, List<Line> lines, long all, long open, long most);
    }

    record Line(Phrase reason, long all, long open, long lately) {
        static Line of(ReasonCounts.Count count) {
            return new Line(
                    count.reason() == null ? Phrase.of("Not recorded", "記録なし") : Reasons.words(count.reason()),
                    count.all(),
                    count.open(),
                    count.lately());
        }
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<TemplateInstance> of(UUID centerId) {
        List<ReasonCounts.Count> found = counts.of(centerId);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Templates.reasons(
                        centerId,
                        found.stream().limit(SHOWN).map(Line::of).toList(),
                        found.stream().mapToLong(ReasonCounts.Count::all).sum(),
                        found.stream().mapToLong(ReasonCounts.Count::open).sum(),
                        found.getFirst().all()));
    }
}
