package io.tocsin.closure;

import io.tocsin.center.CenterJournal;
import io.tocsin.center.CenterView;
import io.tocsin.center.Centers;
import io.tocsin.desk.DeskTimes;
import io.tocsin.inquiry.InquiryAnalysis;
import io.tocsin.inquiry.UnknownQuestions;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Obligations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers what the after-action report tells: counts, moves and words of nobody. */
@ApplicationScoped
class ReportFigures {
    private static final int MOST_QUESTIONS = 100;

    private final Centers centers;
    private final CenterJournal journal;
    private final Obligations obligations;
    private final InquiryAnalysis inquiries;
    private final UnknownQuestions unknown;
    private final CallFigures calls;
    private final DeskTimes deskTimes;
    private final CenterKeys keys;
    private final Sql sql;
    private final Clock clock;

    ReportFigures(
            Centers centers,
            CenterJournal journal,
            Obligations obligations,
            InquiryAnalysis inquiries,
            UnknownQuestions unknown,
            CallFigures calls,
            DeskTimes deskTimes,
            CenterKeys keys,
            Sql sql,
            Clock clock) {
        this.centers = centers;
        this.journal = journal;
        this.obligations = obligations;
        this.inquiries = inquiries;
        this.unknown = unknown;
        this.calls = calls;
        this.deskTimes = deskTimes;
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param states state of delivery to count */
    record AnnouncementLine(String title, String state, Map<String, Integer> states) {}

    /** @param cases state of a case to count */
    record CampaignLine(String name, String state, Map<String, Integer> cases) {}

    /** @param unknown empty where the retention is over: their words are destroyed */
    record All(
            CenterView center,
            Instant at,
            List<CenterJournal.Entry> timeLine,
            CallFigures.Figures calls,
            InquiryAnalysis.Analysis inquiries,
            List<AnnouncementLine> announcements,
            List<CampaignLine> campaigns,
            List<CenterObligation> obligations,
            List<UnknownQuestions.Question> unknown,
            List<DeskTimes.Total> desks) {}

    @Transactional
    public All of(UUID centerId) {
        Instant now = clock.instant();
        return new All(
                CenterView.of(centers.get(centerId)),
                now,
                journal.of(centerId),
                calls.of(centerId),
                inquiries.of(centerId, now),
                announcements(centerId),
                campaigns(centerId),
                obligations.list(centerId),
                keys.exists(centerId) ? unknown.of(centerId, MOST_QUESTIONS) : List.of(),
                deskTimes.totals(centerId));
    }

    private List<AnnouncementLine> announcements(UUID centerId) {
        return sql.list(
                "select id, title, state from announcement where center_id = ? order by id",
                row -> new AnnouncementLine(
                        row.getString(2),
                        row.getString(3),
                        counts(
                                "select state, count(*) from delivery where announcement_id = ? group by 1 order by 1",
                                row.getObject(1, UUID.class))),
                centerId);
    }

    private List<CampaignLine> campaigns(UUID centerId) {
        return sql.list(
                "select id, name, state from campaign where center_id = ? order by id",
                row -> new CampaignLine(
                        row.getString(2),
                        row.getString(3),
                        counts(
                                "select state, count(*) from collection_case where campaign_id = ? group by 1 order by 1",
                                row.getObject(1, UUID.class))),
                centerId);
    }

    private Map<String, Integer> counts(String query, UUID id) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sql.list(query, row -> counts.put(row.getString(1), row.getInt(2)), id);
        return counts;
    }
}
