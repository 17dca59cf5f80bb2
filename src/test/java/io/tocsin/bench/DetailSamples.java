package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Ids;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.BenchCenter;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What has a page of its own in each busy center: a list of people, an announcement that was sent and one that is written,
 * a campaign, a drill, and at a desk of the first center an agent in a conversation.
 */
final class DetailSamples {
    private static final int PEOPLE = 1_000;
    private static final int DELIVERIES = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stack stack;
    private final App app;
    private final Api manager;

    DetailSamples(Stack stack, App app, Api manager) {
        this.stack = stack;
        this.app = app;
        this.manager = manager;
    }

    /** @return ids by what stands for them in the address of a page */
    Map<String, String> of(BenchCenter center) throws Exception {
        Map<String, String> ids = new LinkedHashMap<>();
        String audience = id(manager.post(
                center.path() + "/audiences", Map.of("name", "Owners", "country", "US", "language", "en")));
        String imported = id(manager.csv(center.path() + "/audiences/" + audience + "/imports?file=o.csv", owners()));
        String imports = center.path() + "/audiences/" + audience + "/imports/" + imported;
        manager.post(imports + "/start", null).expect(202);
        CenterWait.until(
                "the list is read",
                PATIENCE,
                () -> manager.get(imports)
                                .expect(200)
                                .body()
                                .path("state")
                                .asText()
                                .equals("DONE")
                        ? true
                        : null);
        ids.put("{audienceId}", audience);
        ids.put("{importId}", imported);
        ids.put("{draftId}", announcement(center, audience, "Being written"));
        String sent = announcement(center, audience, "First notice");
        send(UUID.fromString(sent));
        ids.put("announcements/{id}", "announcements/" + sent);
        ids.put("campaigns/{id}", "campaigns/" + campaign(center, audience));
        ids.put("{drillId}", drill(center));
        return ids;
    }

    private static String id(Api.Answer created) {
        return created.expect(201).body().path("id").asText();
    }

    private static String owners() {
        StringBuilder csv = new StringBuilder("Customer No,Name,Phone,E-mail,State,Model,Serial number\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("%d,Owner %04d,+1202556%04d,owner%04d@drill.example,NY,SM-N930T,R%05d%n"
                    .formatted(5000 + i, i, i, i, i));
        }
        return csv.toString();
    }

    private String announcement(BenchCenter center, String audience, String title) {
        return id(manager.post(
                center.path() + "/announcements",
                Map.of("audience", audience, "title", title, "channels", List.of("SMS", "EMAIL"))));
    }

    /** As if it had gone out: to more people than there are, with every fate that there is. */
    private void send(UUID announcement) throws Exception {
        Random random = new Random(announcement.getLeastSignificantBits());
        Instant at = Instant.now().minus(Duration.ofHours(3));
        try (Connection connection = stack.superuser();
                PreparedStatement sent = connection.prepareStatement(
                        "update announcement set state = 'COMPLETED', facts_version = 1, approved_by = 'supervisor',"
                                + " started_at = now(), ended_at = now() where id = ?")) {
            sent.setObject(1, announcement);
            sent.executeUpdate();
            CopyTable delivery = new CopyTable(
                    connection,
                    "delivery (id, announcement_id, recipient_id, channel, step, state, reason, facts_version, segments,"
                            + " attempted_at, settled_at)");
            for (int i = 0; i < DELIVERIES; i++) {
                int fate = random.nextInt(100);
                String state = fate < 90 ? "DELIVERED" : fate < 97 ? "FAILED" : fate < 99 ? "SUPPRESSED" : "UNKNOWN";
                delivery.add(
                        Ids.next(at),
                        announcement,
                        UUID.randomUUID(),
                        "SMS",
                        0,
                        state,
                        state.equals("FAILED") ? "30003" : state.equals("UNKNOWN") ? "no-answer" : null,
                        1,
                        2,
                        at,
                        at.plusSeconds(5));
            }
            delivery.flush();
        }
    }

    private String campaign(BenchCenter center, String audience) {
        String campaign = manager.post(
                        center.path() + "/campaigns",
                        Map.of("name", "Bring back", "audience", audience, "settings", Map.of("dialing", "NONE")))
                .expect(201)
                .body()
                .path("campaign")
                .path("id")
                .asText();
        manager.post(center.path() + "/campaigns/" + campaign + "/start", null).expect(200);
        return campaign;
    }

    private String drill(BenchCenter center) throws Exception {
        UUID drill = Ids.next(Instant.now());
        try (Connection connection = stack.superuser();
                PreparedStatement run = connection.prepareStatement(
                        "insert into drill_run (id, center_id, plan, state, started_at, started_by, ended_at) values (?, ?,"
                                + " '{\"seed\":1,\"curve\":[{\"minute\":0,\"perMinute\":6},{\"minute\":60,\"perMinute\":6}],"
                                + "\"reasons\":{\"return\":1},\"languages\":{\"en\":1},\"chatShare\":0,"
                                + "\"patienceSeconds\":120}'::jsonb,"
                                + " 'ENDED', now() - interval '6 hours', 'supervisor', now() - interval '5 hours')")) {
            run.setObject(1, drill);
            run.setObject(2, UUID.fromString(center.id()));
            run.executeUpdate();
        }
        return drill.toString();
    }

    /** @return the agent's e-mail address */
    String agentInAChat(BenchCenter center) {
        JsonNode seats = manager.get(center.path() + "/seats").expect(200).body();
        String agentEmail = StreamSupport.stream(seats.spliterator(), false)
                .filter(s -> !s.path("email").asText("").isEmpty())
                .max(Comparator.comparing(s -> s.path("personalData").asBoolean()))
                .map(s -> s.path("email").asText())
                .orElseThrow(() -> new IllegalStateException("nobody has a seat in " + center.id()));
        stack.people().finishFirstLogin(agentEmail);
        Api agent = new Api(app.url(), () -> stack.people().token(agentEmail));
        String desk = center.path() + "/desk";
        agent.post(desk + "/check-in", Map.of("rulesAcknowledged", true, "phoneByHand", true))
                .expect(200);
        JsonNode waiting = agent.get(desk + "/chats").expect(200).body();
        // some of the busy center's chats wait although somebody has their inquiry
        boolean taken = StreamSupport.stream(waiting.spliterator(), false)
                .anyMatch(chat ->
                        agent.post(desk + "/chats/" + chat.path("inquiry").asText() + "/take", null)
                                        .status()
                                == 200);
        if (!taken) {
            throw new IllegalStateException("none of the chats that wait can be taken");
        }
        return agentEmail;
    }
}
