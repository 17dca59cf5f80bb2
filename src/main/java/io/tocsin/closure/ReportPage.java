package io.tocsin.closure;

import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.tocsin.center.CenterView;
import io.tocsin.desk.DeskTimes;
import io.tocsin.desk.SeatState;
import io.tocsin.inquiry.InquiryAnalysis;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.regime.CenterObligation;
import io.tocsin.regime.Jurisdictions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the after-action report as a page that is XML as well, so that a PDF can be made of it. */
@ApplicationScoped
class ReportPage {
    private static final int MOST_HOURS = 72;

    private final Template page;

    ReportPage(@Location("closure/report.html") Template page) {
        this.page = page;
    }

    String html(ReportFigures.All all, String language) {
        ZoneId zone = Jurisdictions.zoneOf(all.center().country());
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
        CenterView center = all.center();
        Map<String, Object> data = new HashMap<>();
        data.put("w", ReportWords.of(language));
        data.put("language", language);
        data.put("organization", center.organization());
        data.put("name", center.name());
        data.put("drill", center.mode() == Mode.DRILL);
        data.put("phase", center.phase());
        data.put("aware", time.format(center.awareAt()));
        data.put("opened", at(time, center.openedAt()));
        data.put("closed", at(time, center.closedAt()));
        data.put("written", time.format(all.at()));
        data.put("zone", zone.getId());
        data.put(
                "timeLine",
                all.timeLine().stream()
                        .map(e -> Map.of(
                                "at", time.format(e.at()), "said", e.said().in(language), "actor", e.actor()))
                        .toList());
        data.put("calls", all.calls());
        data.put("answeredPercent", all.calls().answeredPercent());
        data.put("inTimePercent", all.calls().inTimePercent());
        data.put("target", CallFigures.TARGET_SECONDS);
        data.put("callChart", chart(language, "callsByOutcome", all.calls().byOutcome()));
        data.putAll(inquiries(all.inquiries(), language, time));
        data.put(
                "announcements",
                all.announcements().stream()
                        .map(a -> Map.of(
                                "title",
                                a.title(),
                                "state",
                                a.state(),
                                "chart",
                                new RawString(BarChart.of(a.title(), a.states()))))
                        .toList());
        data.put(
                "campaigns",
                all.campaigns().stream()
                        .map(c -> Map.of(
                                "name",
                                c.name(),
                                "state",
                                c.state(),
                                "chart",
                                new RawString(BarChart.of(c.name(), c.cases()))))
                        .toList());
        data.put("desks", all.desks().stream().map(ReportPage::desk).toList());
        data.put(
                "obligations",
                all.obligations().stream()
                        .map(o -> line(o, all.at(), language, time))
                        .toList());
        data.put(
                "unknown",
                all.unknown().stream()
                        .map(q -> Map.of("at", time.format(q.askedAt()), "text", q.text()))
                        .toList());
        return page.instance().data(data).render();
    }

    private static Map<String, Object> inquiries(
            InquiryAnalysis.Analysis analysis, String language, DateTimeFormatter time) {
        Map<String, Object> data = new HashMap<>();
        data.put("inquiries", analysis);
        data.put("satisfaction", String.format(Locale.ROOT, "%.1f", analysis.averageSatisfaction()));
        data.put("channelChart", chart(language, "byChannel", analysis.byChannel()));
        data.put("reasonChart", chart(language, "byReason", analysis.byReason()));
        data.put("outcomeChart", chart(language, "byOutcome", analysis.byOutcome()));
        Map<String, Integer> stars = new LinkedHashMap<>();
        analysis.satisfaction().forEach((star, count) -> stars.put(star.toString(), count));
        data.put("starChart", chart(language, "bySatisfaction", stars));
        List<InquiryAnalysis.Hour> hours = analysis.byHour();
        Map<String, Integer> latest = new LinkedHashMap<>();
        hours.subList(Math.max(0, hours.size() - MOST_HOURS), hours.size())
                .forEach(h -> latest.put(time.format(h.hour()), h.count()));
        data.put("hourChart", chart(language, "byHour", latest));
        return data;
    }

    /** In minutes. */
    private static Map<String, Object> desk(DeskTimes.Total total) {
        return Map.of(
                "seat", total.seat(),
                "checkIns", total.checkIns(),
                "atWork", total.minutesAtWork(),
                "ready", total.minutes(SeatState.READY),
                "talking", total.minutes(SeatState.OFFERED) + total.minutes(SeatState.BUSY),
                "afterCall", total.minutes(SeatState.AFTER_CALL),
                "pause", total.minutes(SeatState.BREAK),
                "away", total.minutes(SeatState.AWAY),
                "overruns", total.overruns(),
                "overrun", Math.round(total.overrunSeconds() / 60.0));
    }

    private static Map<String, Object> line(
            CenterObligation duty, Instant now, String language, DateTimeFormatter time) {
        Phrase state =
                switch (duty.state()) {
                    case MET ->
                        duty.dueAt().isPresent()
                                        && duty.closedAt()
                                                .orElse(now)
                                                .isAfter(duty.dueAt().get())
                                ? Phrase.of("met, late", "履行（期限後）")
                                : Phrase.of("met", "履行");
                    case WAIVED -> Phrase.of("not owed", "対象外");
                    case OPEN -> duty.isOverdueAt(now) ? Phrase.of("MISSED", "未履行") : Phrase.of("open", "未了");
                };
        return Map.of(
                "title", duty.title().in(language),
                "source", duty.source(),
                "due", duty.dueAt().map(time::format).orElse("-"),
                "closed", duty.closedAt().map(time::format).orElse("-"),
                "state", state.in(language));
    }

    private static RawString chart(String language, String title, Map<String, Integer> values) {
        return new RawString(BarChart.of(ReportWords.of(language).get(title), values));
    }

    private static String at(DateTimeFormatter time, Instant instant) {
        return instant == null ? "-" : time.format(instant);
    }
}
