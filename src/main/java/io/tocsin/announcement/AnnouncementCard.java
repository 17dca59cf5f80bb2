package io.tocsin.announcement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.DashboardPart;
import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Announcements on a center's overview and among its tabs. */
@ApplicationScoped
class AnnouncementCard implements DashboardPart, Navigation {
    private static final int SHOWN = 3;

    private final Announcements announcements;
    private final Counts counts;

    AnnouncementCard(Announcements announcements, Counts counts) {
        this.announcements = announcements;
        this.counts = counts;
    }

    @CheckedTemplate(basePath = "announcement")
    static class Templates {
        static native TemplateInstance card(UUID centerId, List<Line> lines);
    }

    record Line(UUID id, String title, SendProgress progress) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<TemplateInstance> of(UUID centerId) {
        List<Line> lines = announcements.page(centerId, null, SHOWN).stream()
                .map(a -> new Line(a.id(), a.title(), SendProgress.of(a, counts.recent(a.id()))))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(Templates.card(centerId, lines));
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(
                160,
                Phrase.of("Announcements", "告知の送信"),
                "/console/centers/{centerId}/announcements",
                Set.of("crisis-manager", "supervisor", "ops", "auditor")));
    }
}
