package io.tocsin.inquiry;

import io.tocsin.console.Navigation;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Inquiries for those who answer for the center; for others what they come to, without anybody's words. */
@ApplicationScoped
class InquiryNavigation implements Navigation {
    private static final Phrase INQUIRIES = Phrase.of("Inquiries", "問い合わせ");
    private static final String ALL = "/console/centers/{centerId}/inquiries";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(106, INQUIRIES, ALL, Set.of("crisis-manager", "supervisor")),
                new Entry(107, Phrase.of("Analysis", "分析"), ALL + "/analysis", Set.of("ops", "auditor")));
    }
}
