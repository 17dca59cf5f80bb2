package io.tocsin.campaign;

import io.tocsin.campaign.CampaignScript.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What follows when a called person presses a key or keeps silent. Pure; every step has an answer to everything. */
final class CallTalk {
    private static final int TRIES_AFTER_SILENCE = 2;
    private static final int TRIES_AFTER_WRONG_KEY = 3;

    private CallTalk() {}

    /** What is to be done. */
    sealed interface Turn {
        /** Only to be spoken. */
        record Hear(Screen screen) implements Turn {}

        record OfferSlots(int page) implements Turn {}

        record Book(UUID slotId) implements Turn {}

        record Do(Deed deed) implements Turn {}
    }

    enum Deed {
        RETURNED,
        DISPOSED,
        STOP,
        AGENT
    }

    /** What is heard. */
    sealed interface Screen {
        /**
         * @param before said first; empty for nothing
         * @param attempt from 1
         */
        record Menu(Optional<Place> before, int attempt) implements Screen {}

        record Slots(List<PickupSlot> offers, int page, Optional<Place> before, int attempt) implements Screen {}

        record Already(Optional<Place> before, int attempt) implements Screen {}

        /** Words after which we hang up. @param slot that they speak of; empty for none */
        record Last(Place words, Optional<PickupSlot> slot) implements Screen {}
    }

    /** @param key empty for silence */
    static Turn menu(String key, int attempt) {
        return switch (key) {
            case "1" -> new Turn.OfferSlots(0);
            case "2" -> new Turn.Hear(new Screen.Already(Optional.empty(), 1));
            case "3" -> new Turn.Do(Deed.AGENT);
            case "9" -> new Turn.Do(Deed.STOP);
            default -> again(key, attempt, (before, next) -> new Screen.Menu(before, next));
        };
    }

    static Turn already(String key, int attempt) {
        return switch (key) {
            case "1" -> new Turn.Do(Deed.RETURNED);
            case "2" -> new Turn.Do(Deed.DISPOSED);
            case "*" -> new Turn.Hear(new Screen.Menu(Optional.empty(), 1));
            default -> again(key, attempt, (before, next) -> new Screen.Already(before, next));
        };
    }

    /** @param offers as they were read out */
    static Turn slots(String key, int attempt, int page, List<PickupSlot> offers) {
        if (key.equals("8")) {
            return new Turn.OfferSlots(page + 1);
        }
        if (key.equals("0")) {
            return new Turn.Do(Deed.AGENT);
        }
        int chosen = key.matches("[1-7]") ? Integer.parseInt(key) : 0;
        return chosen >= 1 && chosen <= offers.size()
                ? new Turn.Book(offers.get(chosen - 1).id())
                : again(key, attempt, (before, next) -> new Screen.Slots(offers, page, before, next));
    }

    @FunctionalInterface
    private interface Repeat {
        Screen with(Optional<Place> before, int attempt);
    }

    private static Turn again(String key, int attempt, Repeat repeat) {
        boolean silent = key.isEmpty();
        int tries = silent ? TRIES_AFTER_SILENCE : TRIES_AFTER_WRONG_KEY;
        return new Turn.Hear(
                attempt < tries
                        ? repeat.with(Optional.of(silent ? Place.NO_KEY : Place.WRONG_KEY), attempt + 1)
                        : new Screen.Last(Place.GOODBYE, Optional.empty()));
    }
}
