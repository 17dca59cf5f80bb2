package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What tests of other rooms do to the drill carrier, without logging in. */
@ApplicationScoped
public class DrillDesk {
    private final CallEngine engine;
    private final Things things;
    private final Phones phones;
    private final Behaviours behaviours;

    DrillDesk(CallEngine engine, Things things, Phones phones, Behaviours behaviours) {
        this.engine = engine;
        this.things = things;
        this.phones = phones;
        this.behaviours = behaviours;
    }

    public void behave(String field, Object value) {
        behaviours.change(Json.object(java.util.Map.of(field, value)));
    }

    public void reset() {
        behaviours.reset();
    }

    public void phone(String uri, int afterMs, double talkSeconds) {
        phones.put(uri, new Phone(true, afterMs, talkSeconds, false, false, List.of(), null, false));
    }

    public void phone(String uri, Phone phone) {
        phones.put(uri, phone);
    }

    public String dial(String number, String language, String... keys) {
        return dial(number, new Caller(List.of(keys), List.of(), language), 0);
    }

    public String dialImpatiently(String number, double seconds, String... keys) {
        return dial(number, new Caller(List.of(keys), List.of(), ""), seconds);
    }

    private String dial(String number, Caller caller, double impatience) {
        Thing held = things.list(Thing.Kind.NUMBER, "", null, number, 0, 1).getFirst();
        return engine.dialIn(held, "+12025550123", caller, impatience);
    }

    public JsonNode transcript(String callSid) {
        return engine.transcript(callSid).map(found -> (JsonNode) found).orElse(Json.object());
    }

    /** How many numbers the carrier has sold under this name. */
    public int numbersNamed(String friendlyName) {
        return things.list(Thing.Kind.NUMBER, "", friendlyName, null, 0, 1000).size();
    }

    public List<ObjectNode> numbers() {
        return things.all(Thing.Kind.NUMBER, "").stream().map(Thing::doc).toList();
    }

    /** Somebody removes it in the carrier's console. */
    public void remove(String sid) {
        things.remove(sid);
    }
}
