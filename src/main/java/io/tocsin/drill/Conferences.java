package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The conferences that go on; like calls they do not outlive the process. */
@ApplicationScoped
class Conferences {
    private final Map<String, Conference> live = new ConcurrentHashMap<>();
    private final Webhooks webhooks;
    private final DrillConfig config;
    private final Clock clock;

    Conferences(Webhooks webhooks, DrillConfig config, Clock clock) {
        this.webhooks = webhooks;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param callback told what happens in it; empty for nobody
     * @param events which of it, in the words of Twilio's {@code StatusCallbackEvent}: {@code start end join leave}
     */
    Conference open(String name, String callback, Set<String> events) {
        String sid = Sids.next("CF");
        Conference conference =
                new Conference(sid, name, (event, guest) -> told(sid, name, event, guest, callback, events));
        live.put(sid, conference);
        return conference;
    }

    /** By SID, or by name. */
    Optional<Conference> find(String sidOrName) {
        return Optional.ofNullable(live.get(sidOrName)).or(() -> live.values().stream()
                .filter(conference -> conference.name().equals(sidOrName))
                .findFirst());
    }

    List<Conference> all() {
        return List.copyOf(live.values());
    }

    private void told(
            String sid, String name, String event, Conference.Guest guest, String callback, Set<String> events) {
        if (event.equals("conference-end")) {
            live.remove(sid);
        }
        if (callback.isBlank() || !events.contains(event.substring(event.indexOf('-') + 1))) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", config.accountSid());
        fields.put("ConferenceSid", sid);
        fields.put("FriendlyName", name);
        fields.put("StatusCallbackEvent", event);
        fields.put("Timestamp", Docs.olderDate(clock.instant()));
        if (guest != null) {
            fields.put("CallSid", guest.callSid());
            fields.put("Muted", Boolean.toString(guest.muted()));
            fields.put("EndConferenceOnExit", Boolean.toString(guest.endsIt()));
            if (!guest.label().isEmpty()) {
                fields.put("ParticipantLabel", guest.label());
            }
        }
        webhooks.tell(callback, fields);
    }
}
