package io.tocsin.campaign;

import io.tocsin.campaign.CampaignScript.Place;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.Twiml;
import io.tocsin.riskpack.PhoneWords;
import io.tocsin.riskpack.StandardFacts;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what a called person hears into TwiML, in their language. Pure. */
final class CallWriter {
    /** How long a called person may think, in seconds. */
    private static final int THINK = 6;

    private final CampaignScript script;
    private final String language;
    private final Map<String, Object> facts;
    private final String url;

    /** @param url of the call's webhooks, up to the step */
    CallWriter(CampaignScript script, CenterVoice voice, String language, int items, String url) {
        this.script = script;
        this.language = language;
        this.url = url;
        this.facts = new HashMap<>(voice.words().getOrDefault(language, Map.of()));
        facts.put("items", items);
        facts.put(StandardFacts.CENTER_NUMBER, PhoneWords.written(voice.number(), ""));
    }

    String write(CallTalk.Screen screen) {
        Twiml twiml = new Twiml();
        switch (screen) {
            case CallTalk.Screen.Menu menu ->
                ask(twiml, CallStep.MENU, CallUrl.query(menu.attempt(), 0, List.of()), () -> {
                    before(twiml, menu.before());
                    say(twiml, Place.GREETING, Map.of());
                });
            case CallTalk.Screen.Already already ->
                ask(twiml, CallStep.ALREADY, CallUrl.query(already.attempt(), 0, List.of()), () -> {
                    before(twiml, already.before());
                    say(twiml, Place.ALREADY, Map.of());
                });
            case CallTalk.Screen.Slots slots ->
                ask(
                        twiml,
                        CallStep.SLOTS,
                        CallUrl.query(slots.attempt(), slots.page(), slots.offers()),
                        () -> slots(twiml, slots));
            case CallTalk.Screen.Last last -> {
                say(twiml, last.words(), last.slot().map(this::words).orElse(Map.of()));
                twiml.hangUp();
            }
        }
        return twiml.document();
    }

    /** Before somebody is put through. */
    String connecting(String restOfDocument) {
        Twiml twiml = new Twiml();
        say(twiml, Place.CONNECTING, Map.of());
        String said = twiml.document().replace("</Response>", "");
        return said + restOfDocument.substring(restOfDocument.indexOf("<Response>") + "<Response>".length());
    }

    String dialAgent(String ring, String from, String action) {
        Twiml twiml = new Twiml();
        say(twiml, Place.CONNECTING, Map.of());
        return twiml.dial(ring, from, action, 20).document();
    }

    private void slots(Twiml twiml, CallTalk.Screen.Slots slots) {
        before(twiml, slots.before());
        say(twiml, Place.SLOTS, Map.of());
        for (int i = 0; i < slots.offers().size(); i++) {
            Map<String, Object> words = new HashMap<>(words(slots.offers().get(i)));
            words.put("key", i + 1);
            say(twiml, Place.SLOT, words);
        }
        say(twiml, Place.SLOTS_END, Map.of());
    }

    private void ask(Twiml twiml, CallStep step, String query, Runnable body) {
        twiml.gatherKey(url + step.path() + query, THINK, body);
        twiml.redirect(url + step.path() + query);
    }

    private void before(Twiml twiml, Optional<Place> place) {
        place.ifPresent(p -> say(twiml, p, Map.of()));
    }

    private void say(Twiml twiml, Place place, Map<String, ?> more) {
        Map<String, Object> known = new HashMap<>(facts);
        known.putAll(more);
        twiml.say(language, script.say(place, language, known));
    }

    private Map<String, Object> words(PickupSlot slot) {
        return slotWords(slot, language);
    }

    static Map<String, Object> slotWords(PickupSlot slot, String language) {
        Locale locale = language.equals("ja") ? Locale.JAPAN : Locale.US;
        String day = language.equals("ja")
                ? slot.day().format(DateTimeFormatter.ofPattern("M月d日（E）", locale))
                : slot.day().format(DateTimeFormatter.ofPattern("EEEE, MMMM d", locale));
        return Map.of("day", day, "from", time(slot.opens(), locale), "until", time(slot.closes(), locale));
    }

    private static String time(LocalTime time, Locale locale) {
        if (locale.equals(Locale.JAPAN)) {
            return time.getMinute() == 0 ? time.getHour() + "時" : time.getHour() + "時" + time.getMinute() + "分";
        }
        // The formatter puts a narrow no-break space before AM and PM, which speech engines stumble over.
        return time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale))
                .replace('\u202f', ' ');
    }
}
