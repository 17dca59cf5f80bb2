package io.tocsin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.PhoneKind;
import io.tocsin.audience.RecipientPhone;
import io.tocsin.audience.RecipientStore;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.Daytime;
import io.tocsin.stack.DrillCenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An open center with people to call, for tests. */
@ApplicationScoped
class Field {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Audiences audiences;
    private final RecipientStore store;
    private final Sql sql;
    private final Clock clock;
    private static DrillCenter center;

    Field(Audiences audiences, RecipientStore store, Sql sql, Clock clock) {
        this.audiences = audiences;
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    /** One center serves all tests of the room: to stand one up takes its time. */
    DrillCenter center() {
        return standing();
    }

    private static synchronized DrillCenter standing() {
        if (center == null) {
            DrillCenter.roster(14);
            center = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 7))
                    .launch()
                    .awaitPhase("READY")
                    .signIn();
            DrillCenter.as("crisis-manager")
                    .post(
                            center.path() + "/gate/overrides",
                            Map.of("check", "seats", "reason", "seven agents are enough for a test"));
            center.open();
            DrillCenter.as("crisis-manager").put(center.path() + "/members/supervisor@drill.example", null);
        }
        return center;
    }

    /** Gives its people back to others. */
    static synchronized void closeCenter() {
        if (center != null) {
            center.close();
            center = null;
        }
    }

    /** People, each with a telephone that behaves as told ({@code answers}, {@code busy}, {@code machine}, {@code keys}). */
    Called people(List<Map<String, ?>> phones, int itemsEach) {
        int start = NUMBERS.getAndAdd(phones.size());
        List<String> numbers = new ArrayList<>();
        List<NewRecipient> people = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) {
            String number = "+1202556%04d".formatted(start + i);
            numbers.add(number);
            DrillCenter.as("crisis-manager")
                    .put("/api/drill/phones/" + number.replace("+", "%2B"), phones.get(i))
                    .expect(200);
            List<NewRecipient.Item> items = new ArrayList<>();
            for (int item = 0; item < itemsEach; item++) {
                items.add(new NewRecipient.Item("K1", "S" + (start + i) + "-" + item, null, 1, Map.of()));
            }
            people.add(new NewRecipient(
                    "en",
                    Daytime.somewhere(clock.instant()),
                    "US",
                    null,
                    new RecipientPhone(number, PhoneKind.MOBILE),
                    null,
                    Map.of("name", "=Owner " + i, "address", i + " Elm Street"),
                    Map.of(),
                    items));
        }
        UUID audience = audiences
                .create(center().id(), "audience " + start, "US", "en", null, "test")
                .id();
        return new Called(audience, store.add(audience, people), numbers);
    }

    record Called(UUID audience, List<UUID> recipients, List<String> numbers) {}

    Map<String, Object> settings(String dialing) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("dialing", dialing);
        settings.put("attempts", 2);
        settings.put(
                "pickups",
                Map.of(
                        "days",
                        List.of(LocalDate.now(clock).plusDays(3).toString()),
                        "windows",
                        List.of(Map.of("from", "09:00", "until", "12:00"), Map.of("from", "13:00", "until", "17:00")),
                        "capacity",
                        3));
        return settings;
    }

    /** A campaign over these people, as the crisis manager makes it. */
    String campaign(Called called, Map<String, ?> settings) {
        return manager()
                .post(
                        center().path() + "/campaigns",
                        Map.of(
                                "name",
                                "campaign " + UUID.randomUUID(),
                                "audience",
                                called.audience(),
                                "settings",
                                settings))
                .expect(201)
                .body()
                .path("campaign")
                .path("id")
                .asText();
    }

    void move(String campaign, String verb) {
        manager().post(path(campaign) + "/" + verb, null).expect(200);
    }

    String path(String campaign) {
        return center().path() + "/campaigns/" + campaign;
    }

    Api manager() {
        return DrillCenter.as("crisis-manager");
    }

    JsonNode get(String campaign) {
        return manager().get(path(campaign)).expect(200).body();
    }

    List<JsonNode> cases(String campaign) {
        return DrillCenter.stream(manager()
                        .get(path(campaign) + "/cases?limit=500")
                        .expect(200)
                        .body()
                        .path("cases"))
                .toList();
    }

    void await(String what, java.util.function.BooleanSupplier condition) {
        CenterWait.until(what, DrillCenter.SOON, () -> condition.getAsBoolean() ? true : null);
    }

    void awaitCalls(String campaign, String outcome, int count) {
        try {
            await(
                    count + " calls ended " + outcome,
                    () -> get(campaign).path("calls").path(outcome).asInt() == count);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "; open: " + open(campaign), e);
        }
    }

    /** Calls that are not over, with what was heard on them. */
    private List<String> open(String campaign) {
        return sql.list(
                "select a.state, a.result, a.call_sid, t.doc from call_attempt a left join drill.transcript t on t.call_sid ="
                        + " a.call_sid where a.campaign_id = ?::uuid and a.state <> 'ENDED'",
                row -> row.getString(1) + " " + row.getString(2) + " "
                        + manager().get("/api/drill/calls/" + row.getString(3)).body(),
                campaign);
    }

    /** How many calls the carrier itself has carried to a number. */
    int carried(String number) {
        return sql.first(
                        "select count(*) from drill.thing where kind = 'CALL' and name = ?",
                        row -> row.getInt(1),
                        number)
                .orElseThrow();
    }

    /** What was said and pressed in the last call to a number. */
    String heard(String number) {
        return sql.first(
                        "select t.doc from drill.transcript t join drill.thing c on c.sid = t.call_sid where c.name = ? order"
                                + " by c.created_at desc",
                        row -> row.getString(1),
                        number)
                .orElse("");
    }

    /** The time of the next call has come. */
    void letTimePass(String campaign) {
        sql.update("update call_target set next_at = ? where campaign_id = ?::uuid", clock.instant(), campaign);
    }

    String linkCode(UUID recipient) {
        return sql.first("select link_code from recipient where id = ?", row -> row.getString(1), recipient)
                .orElseThrow();
    }
}
