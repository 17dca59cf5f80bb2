package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reaching the people of a recall: their list, an announcement to 1,000 of them, and calls that bring goods back. */
final class ReachDemo {
    private static final int PEOPLE = 1_000;
    private static final int CALLED = 24;
    private static final String PILOT = "SM-N930A";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Api manager;
    private final Api supervisor;
    private final String center;
    private final ObjectNode summary;
    private final Consumer<String> tell;
    private final BiConsumer<Boolean, String> require;

    ReachDemo(
            Api manager,
            Api supervisor,
            String center,
            ObjectNode summary,
            Consumer<String> tell,
            BiConsumer<Boolean, String> require) {
        this.manager = manager;
        this.supervisor = supervisor;
        this.center = center;
        this.summary = summary;
        this.tell = tell;
        this.require = require;
    }

    void run() {
        manager.put(center + "/members/supervisor@drill.example", null).expect(204);
        String audience = bringTheList();
        announce(audience);
        collect(audience);
    }

    private String bringTheList() {
        long begun = System.nanoTime();
        String audience = manager.post(
                        center + "/audiences", Map.of("name", "Registered owners", "country", "US", "language", "en"))
                .expect(201)
                .body()
                .path("id")
                .asText();
        String imports = center + "/audiences/" + audience + "/imports";
        String one = imports
                + "/"
                + manager.csv(imports + "?file=owners.csv", owners())
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
        manager.post(one + "/start", null).expect(202);
        JsonNode done = CenterWait.until("the list is read", PATIENCE, () -> {
            JsonNode now = manager.get(one).expect(200).body();
            return Stream.of("DONE", "FAILED").anyMatch(now.path("state").asText()::equals) ? now : null;
        });
        tell.accept("list of owners read in %.1f s: %d rows, %d people, %d rows merged, %d set aside with reasons"
                .formatted(
                        (System.nanoTime() - begun) / 1e9,
                        done.path("rows").asInt(),
                        done.path("stored").asInt(),
                        done.path("merged").asInt(),
                        done.path("setAside").asInt()));
        summary.put("recipients", done.path("stored").asInt());
        require.accept(done.path("stored").asInt() == PEOPLE, "not every owner was taken from the list");
        require.accept(done.path("setAside").asInt() == 2, "the two rows that cannot be used were not set aside");
        return audience;
    }

    /** A list as companies have it: phones in every spelling, owners twice, some without a phone, some of no use. */
    private static String owners() {
        StringBuilder csv =
                new StringBuilder("Customer No,Name,Phone,E-mail,Street,State,Time zone,Model,Serial number\n");
        String zone = Daytime.somewhere(Instant.now()).getId();
        for (int i = 0; i < PEOPLE; i++) {
            String phone = i % 20 == 7 && i >= CALLED ? "" : phone(i);
            String email = i % 40 == 27 ? "" : "owner%04d@drill.example".formatted(i);
            csv.append("%d,Owner %04d,%s,%s,%d Elm Street,NY,%s,%s,R%05d%n"
                    .formatted(5000 + i, i, phone, email, i, zone, i < CALLED ? PILOT : "SM-N930T", i));
            if (i % 50 == 0) {
                csv.append("%d,Owner %04d,%s,,,NY,%s,SM-N930T,R9%04d%n".formatted(5000 + i, i, phone, zone, i));
            }
        }
        return csv.append(",Nobody,12,,,,,SM-N930T,R1\n")
                .append(",Somebody,,not an address,,,,SM-N930T,R2\n")
                .toString();
    }

    private static String phone(int i) {
        String last = "%04d".formatted(i);
        return switch (i % 3) {
            case 0 -> "(202) 556-" + last;
            case 1 -> "+1 202.556." + last;
            case 2 -> "２０２-５５６-" + last;
            default -> throw new IllegalStateException("three spellings");
        };
    }

    private static String e164(int i) {
        return "%2B1202556" + "%04d".formatted(i);
    }

    private void announce(String audience) {
        for (int i = 100; i < 105; i++) {
            behave(i, Map.of("sms", "undelivered"));
        }
        behave(105, Map.of("sms", "refused"));
        String one = center
                + "/announcements/"
                + manager.post(
                                center + "/announcements",
                                Map.of(
                                        "audience",
                                        audience,
                                        "title",
                                        "First notice",
                                        "channels",
                                        List.of("SMS", "EMAIL", "LETTER"),
                                        "firstSharePercent",
                                        5,
                                        "failureLimit",
                                        15,
                                        "dangerToLife",
                                        true))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
        JsonNode estimate = manager.get(one + "/estimate").expect(200).body();
        JsonNode pace = manager.get(one + "/pacing").expect(200).body();
        tell.accept(
                "announcement drafted: %s; %d segments, %s %s, %d min at the carrier's rate; seats advise %d a minute"
                        .formatted(
                                estimate.path("byChannel"),
                                estimate.path("segments").asLong(),
                                estimate.path("cost").asText(),
                                estimate.path("currency").asText(),
                                (estimate.path("secondsAtCarrier").asLong() + 59) / 60,
                                pace.path("advice").path("perMinute").asInt()));
        manager.post(one + "/submit", null).expect(200);
        supervisor.post(one + "/approve", null).expect(200);
        long begun = System.nanoTime();
        manager.post(one + "/start", null).expect(202);
        JsonNode letters = CenterWait.until("only letters are left to go", PATIENCE, () -> {
            JsonNode now = manager.get(one + "/progress").expect(200).body();
            long waiting = now.path("counts").path("ATTEMPTING").asLong()
                    + now.path("counts").path("SENT").asLong();
            boolean rest = now.path("state").asText().equals("RUNNING")
                    && waiting == 0
                    && now.path("counts").path("DELIVERED").asLong() > PEOPLE * 9 / 10
                    && now.path("counts").path("PLANNED").asLong() <= PEOPLE / 40 + 1;
            return rest || now.path("state").asText().equals("COMPLETED") ? now : null;
        });
        tell.accept("sent in %.1f s, receipts included: %s"
                .formatted((System.nanoTime() - begun) / 1e9, letters.path("counts")));
        JsonNode handed =
                manager.post(one + "/letters/handed-over", null).expect(200).body();
        JsonNode done = CenterWait.until("the announcement is complete", PATIENCE, () -> {
            JsonNode now = manager.get(one + "/progress").expect(200).body();
            return now.path("state").asText().equals("COMPLETED") ? now : null;
        });
        JsonNode counts = done.path("counts");
        tell.accept("announcement complete: %d letters to the printer, %s"
                .formatted(handed.path("letters").asInt(), counts));
        summary.set("announcement", counts);
        summary.put("announcementSeconds", Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
        require.accept(counts.path("UNKNOWN").asLong() == 0, "a message's fate is unknown");
        require.accept(
                counts.path("DELIVERED").asLong() + counts.path("SENT").asLong() >= PEOPLE - 1,
                "somebody was not reached on any channel");
    }

    private void collect(String audience) {
        List<Map<String, ?>> phones = List.of(
                Map.of("keys", List.of("1", "1")),
                Map.of("keys", List.of("1", "2")),
                Map.of("keys", List.of("2", "1")),
                Map.of("keys", List.of("3")),
                Map.of("keys", List.of("9")),
                Map.of("busy", true),
                Map.of("machine", true),
                Map.of("answers", false));
        IntStream.range(0, CALLED).forEach(i -> behave(i, phones.get(i % phones.size())));
        String one = center
                + "/campaigns/"
                + manager.post(
                                center + "/campaigns",
                                Map.of(
                                        "name",
                                        "Bring them back",
                                        "audience",
                                        audience,
                                        "segment",
                                        Map.of("field", "model", "is", List.of(PILOT)),
                                        "settings",
                                        Map.of(
                                                "attempts",
                                                1,
                                                "ringSeconds",
                                                10,
                                                "models",
                                                List.of(PILOT),
                                                "pickups",
                                                Map.of(
                                                        "days",
                                                        List.of(LocalDate.now()
                                                                .plusDays(2)
                                                                .toString()),
                                                        "windows",
                                                        List.of(
                                                                Map.of("from", "09:00", "until", "12:00"),
                                                                Map.of("from", "13:00", "until", "17:00")),
                                                        "capacity",
                                                        10))))
                        .expect(201)
                        .body()
                        .path("campaign")
                        .path("id")
                        .asText();
        long begun = System.nanoTime();
        manager.post(one + "/start", null).expect(200);
        JsonNode calls = CenterWait.until("everybody was called", PATIENCE, () -> {
            JsonNode now = manager.get(one).expect(200).body().path("calls");
            long ended = 0;
            for (JsonNode count : now) {
                ended += count.asLong();
            }
            return ended >= CALLED ? now : null;
        });
        tell.accept("collection campaign: %d people called in %.1f s: %s"
                .formatted(CALLED, (System.nanoTime() - begun) / 1e9, calls));
        JsonNode all = CenterWait.until("their choices are on record", PATIENCE, () -> {
            JsonNode report =
                    manager.get(one + "/effectiveness").expect(200).body().path("all");
            return report.path("responded").asInt() >= CALLED / 2 ? report : null;
        });
        JsonNode check =
                manager.post(one + "/checks", Map.of("level", "A")).expect(201).body();
        tell.accept("of %d items %d answered for, %d out of danger; effectiveness check at level A drawn, seed %s"
                .formatted(
                        all.path("cases").asInt(),
                        all.path("responded").asInt(),
                        all.path("corrected").asInt(),
                        check.findPath("seed").asText()));
        summary.set("collection", all);
        manager.post(one + "/complete", null).expect(200);
    }

    private void behave(int person, Map<String, ?> phone) {
        manager.put("/api/drill/phones/" + e164(person), phone).expect(200);
    }
}
