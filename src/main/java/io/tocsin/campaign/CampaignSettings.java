package io.tocsin.campaign;

import io.tocsin.regime.CallingHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a campaign calls and collects. What is left out has a careful default.
 *
 * @param attempts most calls to one telephone
 * @param ringSeconds how long a telephone rings
 * @param leaveMessage whether a message is left on an answering machine, once
 * @param callsAtOnce most calls at one time
 * @param calling hours narrower than the country's; null for the country's own
 * @param models of items that are recalled; empty for all items of the audience
 * @param agreedShare share of recipients in an effectiveness check at level B, 0 to 1
 */
public record CampaignSettings(
        Dialing dialing,
        Integer attempts,
        Spacing spacing,
        Integer ringSeconds,
        Boolean leaveMessage,
        Integer callsAtOnce,
        Hours calling,
        List<String> models,
        Pickups pickups,
        Double agreedShare) {

    /** Who begins a call. */
    public enum Dialing {
        /** Tocsin calls by itself. */
        AUTO,
        /** An agent sees the case first. */
        PREVIEW,
        /** Nobody is called; only the page and the agents collect. */
        NONE
    }

    /** How long after a call the next one may come, in minutes. */
    public record Spacing(Integer noAnswer, Integer busy, Integer machine, Integer noChoice, Integer failed) {
        public Spacing {
            noAnswer = noAnswer == null ? 240 : noAnswer;
            busy = busy == null ? 20 : busy;
            machine = machine == null ? 1440 : machine;
            noChoice = noChoice == null ? 1440 : noChoice;
            failed = failed == null ? 240 : failed;
        }
    }

    /** @param until too late from here on */
    public record Hours(LocalTime from, LocalTime until) {}

    /**
     * When goods can be fetched.
     *
     * @param days dates on which somebody comes
     * @param windows of each day
     * @param capacity visits per window and area
     * @param capacities the same for named areas
     * @param areaBy attribute of an item that tells the area; null for the recipient's region
     */
    public record Pickups(
            List<LocalDate> days,
            List<Hours> windows,
            Integer capacity,
            Map<String, Integer> capacities,
            String areaBy) {
        public Pickups {
            days = days == null ? List.of() : List.copyOf(days);
            windows = windows == null ? List.of() : List.copyOf(windows);
            capacity = capacity == null ? 0 : capacity;
            capacities = capacities == null ? Map.of() : Map.copyOf(capacities);
        }
    }

    public CampaignSettings {
        dialing = dialing == null ? Dialing.AUTO : dialing;
        attempts = attempts == null ? 4 : attempts;
        spacing = spacing == null ? new Spacing(null, null, null, null, null) : spacing;
        ringSeconds = ringSeconds == null ? 25 : ringSeconds;
        leaveMessage = leaveMessage == null || leaveMessage;
        callsAtOnce = callsAtOnce == null ? 20 : callsAtOnce;
        models = models == null ? List.of() : List.copyOf(models);
        pickups = pickups == null ? new Pickups(null, null, null, null, null) : pickups;
        agreedShare = agreedShare == null ? 0.5 : agreedShare;
    }

    public static CampaignSettings defaults() {
        return new CampaignSettings(null, null, null, null, null, null, null, null, null, null);
    }

    /** The country's hours, narrowed to the campaign's own. */
    CallingHours narrowed(CallingHours hours) {
        return Optional.ofNullable(calling)
                .map(own -> hours.within(new CallingHours.Window(own.from(), own.until())))
                .orElse(hours);
    }
}
