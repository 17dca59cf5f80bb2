package io.tocsin.campaign;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.tocsin.audience.Recipient;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.notice.NoticeUrls;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import io.tocsin.riskpack.PhoneWords;
import io.tocsin.riskpack.StandardFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes one person's own page: no name, no address, nothing but what the link's owner needs. */
@ApplicationScoped
class PersonPage {
    private static final int OFFERS = 12;

    private final Template page;
    private final Centers centers;
    private final LiveScripts voices;
    private final CampaignScripts scripts;
    private final Registrations registrations;
    private final Cases cases;
    private final NoticeUrls notices;
    private final Sql sql;

    PersonPage(
            @Location("campaign/page.html") Template page,
            Centers centers,
            LiveScripts voices,
            CampaignScripts scripts,
            Registrations registrations,
            Cases cases,
            NoticeUrls notices,
            Sql sql) {
        this.page = page;
        this.centers = centers;
        this.voices = voices;
        this.scripts = scripts;
        this.registrations = registrations;
        this.cases = cases;
        this.notices = notices;
        this.sql = sql;
    }

    /** The language in which the center speaks to this person. */
    String language(Recipient recipient) {
        List<String> spoken = centers.get(recipient.centerId()).languages();
        String base = recipient.language().split("-")[0];
        return spoken.contains(base) ? base : spoken.getFirst();
    }

    String noticeUrl(Recipient recipient) {
        return notices.of(recipient.centerId(), language(recipient));
    }

    /** @param sorry what went wrong with what was just sent; empty for nothing */
    String html(Recipient recipient, List<CollectionCase> household, Optional<Phrase> sorry) {
        String language = language(recipient);
        IncidentCenter center = centers.get(recipient.centerId());
        Optional<CenterVoice> voice = voices.voice(center.id());
        String number = voice.map(v -> PhoneWords.written(v.number(), recipient.country()))
                .orElse("");
        Map<String, Object> facts =
                new HashMap<>(voice.map(v -> v.words().get(language)).orElse(Map.of()));
        facts.put(StandardFacts.CENTER_NUMBER, number);
        facts.put("items", household.size());
        boolean stopped = isStopped(recipient.id());
        boolean open = household.stream().anyMatch(PersonPage::isOpen);
        Map<String, Object> data = new HashMap<>();
        data.put("language", language);
        data.put("organization", center.organization());
        data.put("drill", center.mode() == Mode.DRILL);
        data.put("w", PageWords.in(language));
        data.put("about", scripts.of(center.id()).say(CampaignScript.Place.PAGE, language, facts));
        data.put("action", "/r/" + recipient.linkCode());
        data.put("said", said(household, stopped, language));
        data.put("sorry", sorry.map(s -> s.in(language)).orElse(""));
        data.put("open", open);
        data.put("offers", open ? offers(household, language) : List.of());
        data.put("mayStop", !stopped);
        data.put("noticeUrl", notices.of(center.id(), language));
        data.put("number", number);
        return page.data(data).render();
    }

    private static boolean isOpen(CollectionCase c) {
        return switch (c.state()) {
            case NOTIFIED, RESPONDED, PICKUP_BOOKED, REFUSED, UNREACHABLE -> true;
            case COLLECTED, REMEDY_SENT, CLOSED, ALREADY_DISPOSED -> false;
        };
    }

    private List<Map<String, String>> offers(List<CollectionCase> household, String language) {
        return registrations.offers(household, 0, OFFERS).stream()
                .map(slot -> {
                    Map<String, Object> words = CallWriter.slotWords(slot, language);
                    return Map.of(
                            "id",
                            slot.id().toString(),
                            "words",
                            "%s, %s – %s".formatted(words.get("day"), words.get("from"), words.get("until")));
                })
                .toList();
    }

    private String said(List<CollectionCase> household, boolean stopped, String language) {
        String answer = answer(household, language);
        return stopped ? (answer + " " + PageWords.STOPPED.in(language)).strip() : answer;
    }

    private String answer(List<CollectionCase> household, String language) {
        CollectionCase first = household.stream()
                .max(java.util.Comparator.comparing(CollectionCase::stateAt))
                .orElseThrow();
        return switch (first.state()) {
            case NOTIFIED, UNREACHABLE -> "";
            case RESPONDED -> (first.saysReturned() ? PageWords.RETURNED : PageWords.RESPONDED).in(language);
            case REFUSED -> PageWords.RESPONDED.in(language);
            case ALREADY_DISPOSED -> PageWords.DISPOSED.in(language);
            case COLLECTED, REMEDY_SENT, CLOSED -> PageWords.COLLECTED.in(language);
            case PICKUP_BOOKED ->
                cases.bookedSlot(household)
                        .map(slot -> CallWriter.slotWords(slot, language))
                        .map(w -> PageWords.BOOKED
                                .with(w.get("day"), w.get("from"), w.get("until"))
                                .in(language))
                        .orElseGet(() -> PageWords.RESPONDED.in(language));
        };
    }

    private boolean isStopped(UUID recipientId) {
        return sql.first("select 1 from recipient where id = ? and suppressed_at is not null", row -> true, recipientId)
                .isPresent();
    }
}
