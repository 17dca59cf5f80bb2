package io.tocsin.campaign;

import io.tocsin.riskpack.PackTexts;
import java.util.HashMap;
import java.util.Map;

/**
 * What called people hear and what their page says, as the risk pack writes it: language to template, by place.
 *
 * @param agent place of the telephone script that queues those who want to speak to somebody
 */
public record CampaignScript(String agent, Map<Place, Map<String, String>> words) {
    public CampaignScript {
        words = Map.copyOf(words);
    }

    /** Everything that is said. */
    public enum Place {
        /** To a person who picks up: who is calling, why, and the keys 1, 2, 3 and 9. */
        GREETING,
        NO_KEY,
        WRONG_KEY,
        /** Before the slots are read out. */
        SLOTS,
        /** One slot: {@code {day}}, {@code {from}}, {@code {until}}, {@code {key}}. */
        SLOT,
        /** After the slots: other days, an agent. */
        SLOTS_END,
        /** The chosen one has just gone. */
        SLOT_TAKEN,
        NO_SLOTS,
        BOOKED,
        /** Asks whether returned or thrown away. */
        ALREADY,
        RETURNED,
        DISPOSED,
        STOPPED,
        /** To whoever has registered by other ways meanwhile. */
        REGISTERED,
        CONNECTING,
        NO_AGENT,
        GOODBYE,
        /** Left on an answering machine. */
        MACHINE,
        /** On the page: what this is about, above the buttons. */
        PAGE;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Names beside the facts that words may use. */
    static final java.util.Set<String> OWN_NAMES = java.util.Set.of("day", "from", "until", "key", "items");

    /** A place's words; what is not known reads as nothing, since a called person must always hear an answer. */
    String say(Place place, String language, Map<String, ?> facts) {
        String text = words.get(place).getOrDefault(language, "");
        Map<String, Object> known = new HashMap<>();
        PackTexts.names("", 0, text, new io.tocsin.platform.Findings()).forEach(name -> known.put(name, ""));
        facts.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return PackTexts.render(text, known).strip();
    }
}
