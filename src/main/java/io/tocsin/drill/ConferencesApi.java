package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conferences that go on, and who is in them (Twilio, "Conference" and "Participant" of the 2010 API). */
@ApplicationScoped
class ConferencesApi implements CarrierApi {
    private final Conferences conferences;
    private final CallEngine engine;
    private final LiveCalls calls;
    private final HandPhones hands;
    private final Things things;
    private final DrillConfig config;
    private final Clock clock;

    ConferencesApi(
            Conferences conferences,
            CallEngine engine,
            LiveCalls calls,
            HandPhones hands,
            Things things,
            DrillConfig config,
            Clock clock) {
        this.conferences = conferences;
        this.engine = engine;
        this.calls = calls;
        this.hands = hands;
        this.things = things;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public boolean serves(CarrierRequest request) {
        return request.domain().equals("api")
                && request.path().size() > 3
                && request.at(3).equals("Conferences");
    }

    @Override
    public CarrierAnswer answer(CarrierRequest request) {
        if (request.path().size() == 4) {
            return list(request);
        }
        Conference conference = conferences.find(request.at(4)).orElseThrow(CarrierError::notFound);
        return switch (request.path().size()) {
            case 5 -> CarrierAnswer.ok(shown(conference));
            case 6 -> request.method().equals("POST") ? invite(request, conference) : guests(request, conference);
            case 7 -> guest(request, conference);
            default -> throw CarrierError.notFound();
        };
    }

    private CarrierAnswer list(CarrierRequest request) {
        String name = request.parameter("FriendlyName");
        String status = request.parameter("Status");
        ObjectNode body = page(request);
        ArrayNode found = body.putArray("conferences");
        conferences.all().stream()
                .filter(conference -> name == null || conference.name().equals(name))
                .map(this::shown)
                .filter(shown -> status == null || shown.path("status").asText().equals(status))
                .forEach(found::add);
        return CarrierAnswer.ok(body);
    }

    private CarrierAnswer guests(CarrierRequest request, Conference conference) {
        ObjectNode body = page(request);
        ArrayNode found = body.putArray("participants");
        conference.guests().forEach(guest -> found.add(shown(conference, guest)));
        return CarrierAnswer.ok(body);
    }

    /** Rings somebody, who is in the conference as soon as they pick up, and stays until it is over. */
    private CarrierAnswer invite(CarrierRequest request, Conference conference) {
        String from = request.required("From");
        if (things.list(Thing.Kind.NUMBER, "", null, from, 0, 1).isEmpty()) {
            throw new CarrierError(400, 21210, "'From' phone number not verified");
        }
        String sid = Sids.next(Thing.Kind.CALL);
        Conference.Guest guest = new Conference.Guest(
                sid,
                request.parameter("Label", ""),
                request.flag("Muted", false),
                request.flag("EndConferenceOnExit", false),
                false,
                () -> release(sid, request.required("To")));
        CallPlan plan = new CallPlan(
                sid,
                from,
                request.required("To"),
                "outbound-api",
                "",
                "POST",
                "",
                "",
                request.parameter("StatusCallback", ""),
                new Caller(List.of(), List.of(), ""),
                Map.of(),
                0,
                Set.of(request.parameter("StatusCallbackEvent", "").split(" ")),
                new CallPlan.Invitation(conference, guest));
        if (!conference.invite(guest)) {
            throw new CarrierError(400, 20001, "The conference is over, or has a participant with this Label");
        }
        engine.dialOut(plan, "", Duration.ofSeconds(request.number("Timeout", 60)));
        return CarrierAnswer.created(shown(conference, guest));
    }

    private CarrierAnswer guest(CarrierRequest request, Conference conference) {
        Conference.Guest guest = conference.guest(request.at(6)).orElseThrow(CarrierError::notFound);
        return switch (request.method()) {
            case "DELETE" -> {
                guest.release().run();
                yield CarrierAnswer.none();
            }
            case "POST" ->
                CarrierAnswer.ok(shown(
                        conference,
                        conference
                                .mute(guest.callSid(), request.flag("Muted", guest.muted()))
                                .orElseThrow(CarrierError::notFound)));
            default -> CarrierAnswer.ok(shown(conference, guest));
        };
    }

    private void release(String callSid, String to) {
        calls.signal(callSid, new Signal.Released());
        hands.stopRinging(to);
    }

    private ObjectNode shown(Conference conference) {
        ObjectNode doc = Json.object();
        doc.put("sid", conference.sid());
        doc.put("account_sid", config.accountSid());
        doc.put("friendly_name", conference.name());
        doc.put("status", conference.isStarted() ? "in-progress" : "init");
        doc.put("date_created", Docs.olderDate(clock.instant()));
        return doc;
    }

    private ObjectNode shown(Conference conference, Conference.Guest guest) {
        ObjectNode doc = Json.object();
        doc.put("call_sid", guest.callSid());
        doc.put("conference_sid", conference.sid());
        doc.put("account_sid", config.accountSid());
        doc.put("label", guest.label().isEmpty() ? null : guest.label());
        doc.put("muted", guest.muted());
        doc.put("hold", false);
        doc.put("coaching", false);
        doc.put("end_conference_on_exit", guest.endsIt());
        doc.put("status", guest.connected() ? "connected" : "ringing");
        return doc;
    }

    private static ObjectNode page(CarrierRequest request) {
        ObjectNode body = Json.object();
        body.put("page", 0);
        body.put("page_size", Docs.pageSize(request));
        body.put("uri", "/" + String.join("/", request.path()) + ".json");
        body.putNull("next_page_uri");
        return body;
    }
}
