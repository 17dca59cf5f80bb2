package io.tocsin.announcement;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.People;
import io.tocsin.audience.RecipientStore;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** One open drill center for all tests of announcements, with a manager and a supervisor. */
@ApplicationScoped
public class OpenCenter {
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);
    private static DrillCenter center;

    private final Audiences audiences;
    private final RecipientStore store;
    private final Sql sql;

    OpenCenter(Audiences audiences, RecipientStore store, Sql sql) {
        this.audiences = audiences;
        this.store = store;
        this.sql = sql;
    }

    synchronized DrillCenter center() {
        if (center == null) {
            center = open();
        }
        return center;
    }

    static DrillCenter open() {
        DrillCenter.roster(14);
        DrillCenter opened = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1))
                .launch()
                .awaitPhase("READY");
        opened.awaitAllReady();
        for (String check : List.of("seats")) {
            manager()
                    .post(opened.path() + "/gate/overrides", Map.of("check", check, "reason", "a test"))
                    .expect(200);
        }
        opened.open();
        manager().put(opened.path() + "/members/supervisor@drill.example", null).expect(204);
        return opened;
    }

    static Api manager() {
        return DrillCenter.as("crisis-manager");
    }

    static Api supervisor() {
        return DrillCenter.as("supervisor");
    }

    static String number() {
        return "+8190" + NUMBERS.incrementAndGet();
    }

    /** An audience with these people. */
    UUID audience(List<NewRecipient> people) {
        return audienceOf(center(), people);
    }

    UUID audienceOf(DrillCenter of, List<NewRecipient> people) {
        UUID id = audiences
                .create(of.id(), "list " + UUID.randomUUID(), "JP", "ja", null, "test")
                .id();
        store.add(id, people);
        return id;
    }

    /** So many people with mobile phones and nothing else. */
    static List<NewRecipient> mobiles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> People.person("宛先 " + i, number(), null))
                .toList();
    }

    /** Path of an approved announcement by SMS, not started. */
    String approved(UUID audience, Map<String, ?> more) {
        return approved(center(), audience, more);
    }

    String approved(DrillCenter of, UUID audience, Map<String, ?> more) {
        Map<String, Object> draft = new HashMap<>(
                Map.of("audience", audience, "title", "test", "channels", List.of("SMS"), "dangerToLife", true));
        draft.putAll(more);
        String path = manager()
                .post(of.path() + "/announcements", draft)
                .expect(201)
                .location()
                .replaceFirst("^https?://[^/]+", "");
        manager().post(path + "/submit", Map.of("override", "a test")).expect(200);
        supervisor().post(path + "/approve", null).expect(200);
        return path;
    }

    static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    static JsonNode progress(String path) {
        return manager().get(path + "/progress").expect(200).body();
    }

    static JsonNode awaitState(String path, String state) {
        return CenterWait.until("the announcement is " + state, Duration.ofSeconds(40), () -> {
            JsonNode progress = progress(path);
            return progress.path("state").asText().equals(state) ? progress : null;
        });
    }

    /** How many messages the carrier has for a number. */
    long sentTo(String e164) {
        return sql.first(
                        "select count(*) from drill.thing where kind = 'MESSAGE' and name = ?",
                        row -> row.getLong(1),
                        e164)
                .orElse(0L);
    }

    List<String> states(UUID announcement) {
        return sql.list(
                "select state from delivery where announcement_id = ? order by state",
                row -> row.getString(1),
                announcement);
    }
}
