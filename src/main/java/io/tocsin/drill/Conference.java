package io.tocsin.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Calls that hear each other (Twilio, "Conference"). It is over when the first leaves whose leaving ends it, or the last
 * one; then everybody still in it is let go.
 */
final class Conference {
    private final String sid;
    private final String name;
    private final BiConsumer<String, Guest> news;
    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private boolean started;
    private boolean over;

    /** @param news told the event's name and whom it is about; null for the conference itself */
    Conference(String sid, String name, BiConsumer<String, Guest> news) {
        this.sid = sid;
        this.name = name;
        this.news = news;
    }

    /**
     * @param label by which it is found again; may be empty
     * @param endsIt whether its leaving ends the conference
     * @param connected false while its telephone rings
     * @param release what becomes of its call when the conference is over
     */
    record Guest(String callSid, String label, boolean muted, boolean endsIt, boolean connected, Runnable release) {
        Guest muted(boolean now) {
            return new Guest(callSid, label, now, endsIt, connected, release);
        }

        Guest joined() {
            return new Guest(callSid, label, muted, endsIt, true, release);
        }

        boolean is(String sidOrLabel) {
            return callSid.equals(sidOrLabel) || !label.isEmpty() && label.equals(sidOrLabel);
        }
    }

    String sid() {
        return sid;
    }

    String name() {
        return name;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean isStarted() {
        return started;
    }

    synchronized List<Guest> guests() {
        return List.copyOf(guests.values());
    }

    synchronized Optional<Guest> guest(String sidOrLabel) {
        return guests.values().stream().filter(guest -> guest.is(sidOrLabel)).findFirst();
    }

    /** @return false where it is over, or the label is taken */
    synchronized boolean invite(Guest guest) {
        if (over || !guest.label().isEmpty() && guest(guest.label()).isPresent()) {
            return false;
        }
        guests.put(guest.callSid(), guest);
        return true;
    }

    /** @return false where it is over already */
    synchronized boolean join(Guest guest) {
        if (over) {
            return false;
        }
        Guest joined = guests.getOrDefault(guest.callSid(), guest).joined();
        guests.put(guest.callSid(), joined);
        news.accept("participant-join", joined);
        if (!started && guests.values().stream().filter(Guest::connected).count() > 1) {
            started = true;
            news.accept("conference-start", null);
        }
        return true;
    }

    synchronized Optional<Guest> mute(String sidOrLabel, boolean muted) {
        Optional<Guest> changed = guest(sidOrLabel).map(guest -> guest.muted(muted));
        changed.ifPresent(guest -> guests.put(guest.callSid(), guest));
        return changed;
    }

    /** Leaving twice is leaving once. */
    void leave(String callSid) {
        left(callSid).forEach(guest -> guest.release().run());
    }

    private synchronized List<Guest> left(String callSid) {
        Guest gone = guests.remove(callSid);
        if (gone == null || !gone.connected()) {
            return List.of();
        }
        news.accept("participant-leave", gone);
        boolean alone = guests.values().stream().noneMatch(Guest::connected);
        return alone || gone.endsIt() ? ended() : List.of();
    }

    /** Whoever was to come does not. */
    void end() {
        ended().forEach(guest -> guest.release().run());
    }

    private synchronized List<Guest> ended() {
        if (over) {
            return List.of();
        }
        over = true;
        news.accept("conference-end", null);
        List<Guest> rest = new ArrayList<>(guests.values());
        guests.clear();
        return rest;
    }
}
