package io.tocsin.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The whole life of a recall center in drill mode, told step by step: the second recall of the Galaxy Note7. */
final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final App app;
    private final Api manager;
    private final Api ops;
    private final ObjectNode summary = JSON.createObjectNode();
    private final long begun = System.nanoTime();
    private boolean held = true;

    Demo(Stack stack, App app, Duration appReady) {
        this.stack = stack;
        this.app = app;
        this.manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
        this.ops = new Api(app.url(), () -> stack.people().tokenOf("ops"));
        summary.put("appReadySeconds", appReady.toMillis() / 1000.0);
    }

    /** Whether everything held. */
    boolean run() throws IOException {
        try {
            live();
        } catch (RuntimeException e) {
            held = false;
            summary.put("error", String.valueOf(e.getMessage()));
            tell("FAILED: " + e.getMessage());
        }
        summary.put("held", held);
        Path file = Path.of("target/demo/summary.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(summary));
        tell("summary: " + file);
        return held;
    }

    private void live() throws IOException {
        roster();
        long declaredAt = System.nanoTime();
        String center = declare();
        preview(center);
        manager.edit("POST", center, center + "/launch", null).expect(202);
        tell("launched");
        CenterWait.phase(manager, center, "READY", Duration.ofSeconds(60));
        summary.put("declaredToReadySeconds", since(declaredAt));
        tell("everything exists: center READY %.1f s after the declaration".formatted(since(declaredAt)));
        signIn(center);
        gate(center);
        manager.edit("POST", center, center + "/open", null).expect(200);
        tell("center OPEN");
        String number = firstNumber(center);
        JsonNode first = call(number, "en", List.of("1", "0"));
        summary.put("declaredToFirstAnsweredCallSeconds", since(declaredAt));
        tell("first call answered by %s, %.1f s after the declaration"
                .formatted(first.path("answeredBy").asText(), since(declaredAt)));
        moreCalls(number);
        new ReachDemo(
                        manager,
                        new Api(app.url(), () -> stack.people().tokenOf("supervisor")),
                        center,
                        summary,
                        this::tell,
                        this::require)
                .run();
        revise(center);
        surge(center);
        drain(center);
        tearDown(center);
        events();
        summary.put("residentMegabytes", app.residentMegabytes());
        require(summary.path("residentMegabytes").asLong() <= 450, "resident memory is above 450 MB");
        require(summary.path("appReadySeconds").asDouble() <= 5, "the application took more than 5 s to be ready");
        require(
                summary.path("declaredToFirstAnsweredCallSeconds").asDouble() <= 20,
                "the first call was answered later than 20 s after the declaration");
    }

    private void roster() {
        StringBuilder csv = new StringBuilder(
                "name,email,ring,languages,skills,site,employment,clearance,trainedFor,homePermission\n");
        for (int i = 1; i <= 14; i++) {
            csv.append(
                    "Agent %02d,agent%02d@drill.example,+1202555%04d,%s,recall;returns;harm,%s,employee,%s,product-recall;data-breach;disaster,%s%n"
                            .formatted(
                                    i,
                                    i,
                                    100 + i,
                                    i % 2 == 0 ? "en;ja" : "en",
                                    i % 5 == 0 ? "home" : "headquarters",
                                    i % 3 == 0 ? "no" : "yes",
                                    i % 5 == 0 ? "yes" : "no"));
        }
        csv.append("Nobody,not an address,12,,,moon,,,,\n");
        JsonNode imported = ops.csv("/api/roster", csv.toString()).expect(200).body();
        tell("roster imported: %d added, %d updated, %d line set aside with its reasons"
                .formatted(
                        imported.path("added").asInt(),
                        imported.path("updated").asInt(),
                        imported.path("refused").size()));
    }

    private String declare() {
        Map<String, Object> body =
                Note7.declaration(Note7.ORGANIZATION, Instant.now().minusSeconds(3600), Map.of("profile", "small"));
        body.put("name", "Galaxy Note7, second recall");
        body.put("languages", List.of("en", "ja"));
        Api.Answer declared = manager.post("/api/centers", body, "Idempotency-Key", "demo-" + System.nanoTime())
                .expect(201);
        tell("incident declared: " + declared.body().path("name").asText());
        return declared.location().replaceFirst("^https?://[^/]+", "");
    }

    private void preview(String center) {
        JsonNode plan = manager.get(center + "/plan").expect(200).body();
        tell("plan preview: %d resources to create, %d seats stay empty"
                .formatted(plan.path("items").size(), plan.path("emptySeats").size()));
        summary.put("numbers", count(plan.path("items"), "phone-number"));
        summary.put("seats", count(plan.path("items"), "seat-identity"));
    }

    private static int count(JsonNode items, String kind) {
        return (int) StreamSupport.stream(items.spliterator(), false)
                .filter(i -> i.path("kind").asText().equals(kind))
                .count();
    }

    /** Agents do their first log-in and take their seats. */
    private void signIn(String center) {
        JsonNode seats = manager.get(center + "/seats").expect(200).body();
        List<String> emails = StreamSupport.stream(seats.spliterator(), false)
                .map(s -> s.path("email").asText(""))
                .filter(e -> !e.isEmpty())
                .toList();
        emails.parallelStream().forEach(email -> {
            stack.people().finishFirstLogin(email);
            new Api(app.url(), () -> stack.people().token(email))
                    .post(center + "/desk/check-in", Map.of("rulesAcknowledged", true, "afterCallWork", false))
                    .expect(200);
        });
        tell(emails.size() + " agents signed in");
    }

    private void gate(String center) {
        JsonNode gate = manager.get(center + "/gate").expect(200).body();
        gate.path("checks").forEach(check -> {
            tell("  gate: %s %s"
                    .formatted(
                            check.path("holds").asBoolean() ? "ok  " : "FAIL",
                            check.path("title").path("en").asText()));
            check.path("findings").forEach(f -> tell("        " + f.path("en").asText()));
            if (check.path("name").asText().equals("script")) {
                String title = check.path("title").path("en").asText();
                summary.put("ivrBranchesWalked", Integer.parseInt(title.replaceAll("\\D", "")));
            }
        });
        require(gate.path("opens").asBoolean(), "the open gate did not hold");
    }

    private String firstNumber(String center) {
        return StreamSupport.stream(
                        manager.get(center + "/resources").expect(200).body().spliterator(), false)
                .filter(r -> r.path("kind").asText().equals("phone-number"))
                .map(r -> r.path("outputs").path("phoneNumber").asText())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode call(String number, String language, List<String> keys) {
        String id = manager.post("/api/drill/calls", Map.of("to", number, "keys", keys, "language", language))
                .expect(201)
                .body()
                .path("id")
                .asText();
        return CenterWait.until("the call ends", Duration.ofSeconds(30), () -> {
            JsonNode transcript =
                    manager.get("/api/drill/calls/" + id).expect(200).body();
            return transcript.path("status").asText().equals("completed") ? transcript : null;
        });
    }

    private void moreCalls(String number) {
        long answered = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i ->
                        call(number, i % 4 == 0 ? "ja" : "en", i % 3 == 0 ? List.of("1", "2", "1") : List.of("1", "0")))
                .filter(t -> !t.path("answeredBy").asText("").isEmpty())
                .count();
        summary.put("callsAnswered", answered + 1);
        tell("20 more callers: %d answered".formatted(answered));
        require(answered == 20, "not every caller was answered");
    }

    private void revise(String center) {
        JsonNode sheet = manager.get(center + "/facts").expect(200).body();
        ObjectNode facts = sheet.path("facts").deepCopy();
        facts.put("incidentReports", facts.path("incidentReports").asInt() + 1);
        JsonNode revised = manager.edit(
                        "PUT", center, center + "/facts", Map.of("facts", facts, "note", "one more report"))
                .expect(200)
                .body();
        tell("a fact revised: %d texts became stale and are published anew"
                .formatted(revised.path("stale").size()));
        CenterWait.allReady(manager, center, Duration.ofSeconds(30));
    }

    private void surge(String center) {
        long surged = System.nanoTime();
        manager.edit(
                        "PUT",
                        center,
                        center + "/capacity",
                        Map.of("profile", "small", "numbers", Map.of("main", 2), "seats", 12))
                .expect(202);
        CenterWait.allReady(manager, center, Duration.ofSeconds(30));
        tell("surged to 2 numbers and 12 seats in %.1f s, while open".formatted(since(surged)));
    }

    private void drain(String center) {
        manager.edit("POST", center, center + "/drain", null).expect(200);
        tell("draining: new callers hear the closing words");
        JsonNode plan = ops.get(center + "/teardown").expect(200).body();
        require(plan.path("blockers").size() == 1, "a teardown without evidence was not refused");
        JsonNode export = ops.post(center + "/evidence", null).expect(201).body();
        tell("evidence exported: %d KB, SHA-256 %s…"
                .formatted(
                        export.path("bytes").asLong() / 1024,
                        export.path("sha256").asText().substring(0, 12)));
    }

    private void tearDown(String center) {
        long teardownAt = System.nanoTime();
        JsonNode plan = ops.get(center + "/teardown").expect(200).body();
        tell("teardown dry run: %d resources, %d warnings"
                .formatted(plan.path("steps").size(), plan.path("warnings").size()));
        ops.edit("POST", center, center + "/teardown", null).expect(202);
        CenterWait.phase(ops, center, "CLOSED", Duration.ofSeconds(90));
        JsonNode certificate = ops.get(center + "/certificate").expect(200).body();
        summary.put("teardownSeconds", since(teardownAt));
        summary.set("certificate", certificate);
        int orphans = certificate.path("leftAtVendors").size()
                + certificate.path("leftInLedger").size()
                + certificate.path("inventoryTrouble").size();
        summary.put("orphans", orphans);
        tell("certificate: %s (%d resources removed, %d orphans, %d numbers in quarantine)"
                .formatted(
                        certificate.path("verdict").path("en").asText(),
                        certificate.path("resourcesRemoved").asInt(),
                        orphans,
                        certificate.path("numbers").size()));
        require(orphans == 0, "something is left");
    }

    private void events() {
        String metrics = new Api(app.url(), () -> stack.people().tokenOf("ops"))
                .get("/q/metrics")
                .expect(200)
                .body()
                .asText();
        double published = metrics.lines()
                .filter(l -> l.startsWith("tocsin_events_published_total"))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
        summary.put("eventsPublished", (long) published);
        tell("%d events published".formatted((long) published));
        require(published > 0, "no event was published");
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            held = false;
            tell("NOT HELD: " + otherwise);
        }
    }

    private static double since(long nanos) {
        return Math.round((System.nanoTime() - nanos) / 1e8) / 10.0;
    }

    private void tell(String line) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - begun) / 1e9, line);
    }
}
