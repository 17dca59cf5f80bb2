package io.tocsin.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.carrier.CarrierStub;
import io.tocsin.carrier.SeededCenter;
import io.tocsin.platform.Json;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.BenchCenter;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * An announcement goes out from two processes that are killed (SIGKILL) at random moments, while Kafka and PostgreSQL go
 * away once for 20 seconds each and the carrier loses one answer in fifty. Afterwards, by the carrier's own records:
 * nobody got it twice, and whoever did not get it is listed.
 */
final class AnnounceChaos {
    private static final int LOSES_ONE_IN = 50;
    private static final int CALLS_PER_SECOND = 160;
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration TO_SETTLE = Duration.ofMinutes(6);

    private AnnounceChaos() {}

    static boolean run(int kills, int recipients) throws Exception {
        long seed = Long.getLong("tocsin.chaos.seed", System.nanoTime());
        Random random = new Random(seed);
        System.out.println("chaos announce: " + kills + " kills, " + recipients + " recipients, seed " + seed);
        StackPlan plan = StackPlan.restartable();
        try (Stack stack = Stack.start(plan, System.out::println);
                CarrierStub carrier =
                        new CarrierStub(stack.settings().get("tocsin.twilio.drill.auth-token"), 50, LOSES_ONE_IN)) {
            List<App> apps = new ArrayList<>();
            try {
                for (int i = 0; i < 2; i++) {
                    apps.add(start(stack, carrier, i));
                    apps.getLast().awaitReady();
                }
                SeededCenter center =
                        new SeededCenter(stack, settings(stack, carrier, 0)).open(packVersion(stack, apps));
                UUID audience = center.audience(recipients);
                String path = center.approved(apps.getFirst().url(), audience);
                Api manager =
                        new Api(apps.getFirst().url(), () -> stack.people().tokenOf("crisis-manager"));
                manager.post(path + "/start", null).expect(202);
                for (int kill = 1; kill <= kills; kill++) {
                    LockSupport.parkNanos(
                            Duration.ofMillis(random.nextInt(800, 4_500)).toNanos());
                    int victim = random.nextInt(apps.size());
                    if (apps.get(victim).isAlive() && random.nextInt(5) > 0) {
                        // mostly into the middle of sending, now and then into a start
                        awaitReadyOrDead(apps.get(victim));
                    }
                    if (apps.get(victim).isAlive()) {
                        apps.get(victim).kill();
                    }
                    revive(apps, stack, carrier);
                    if (kill == Math.max(1, kills / 3)) {
                        System.out.println("Kafka goes away");
                        stack.withoutKafka(OUTAGE);
                    }
                    if (kill == Math.max(1, 2 * kills / 3)) {
                        System.out.println("PostgreSQL goes away");
                        stack.withoutPostgres(OUTAGE);
                    }
                    System.out.printf("killed %d times, the carrier has %d messages%n", kill, carrier.taken());
                }
                boolean completed = settle(apps, stack, carrier, manager, path);
                return report(kills, recipients, seed, completed, carrier, center, path);
            } finally {
                apps.forEach(App::close);
            }
        } finally {
            deleteData(plan);
        }
    }

    private static void deleteData(StackPlan plan) throws java.io.IOException {
        if (Files.exists(plan.data())) {
            try (var paths = Files.walk(plan.data())) {
                for (Path path :
                        paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static App start(Stack stack, CarrierStub carrier, int process) {
        return new App(stack.plan().data(), settings(stack, carrier, process), List.of()).start();
    }

    /** A process that starts while the database is away does not come up; it is started again. */
    private static void awaitReadyOrDead(App app) {
        try {
            app.awaitReady();
        } catch (IllegalStateException ended) {
            System.out.println("a process ended by itself while starting");
        }
    }

    private static void revive(List<App> apps, Stack stack, CarrierStub carrier) {
        for (int i = 0; i < apps.size(); i++) {
            if (!apps.get(i).isAlive()) {
                apps.set(i, start(stack, carrier, i));
            }
        }
    }

    private static final int SECOND_PORT = StackPlan.freePort();

    private static Map<String, String> settings(Stack stack, CarrierStub carrier, int process) {
        Map<String, String> settings = stack.settings();
        settings.put("tocsin.roles", "api,relay,dispatcher");
        settings.put("tocsin.twilio.drill.base-url", carrier.baseUrl());
        settings.put("tocsin.twilio.drill.calls-per-second", Integer.toString(CALLS_PER_SECOND));
        settings.put("tocsin.twilio.call-timeout", "3s");
        settings.put("tocsin.announcement.attempt-lease", "14s");
        settings.put("tocsin.announcement.first-look", "4s");
        settings.put("tocsin.announcement.second-look", "12s");
        settings.put("tocsin.announcement.receipt-wait", "20s");
        settings.put("tocsin.announcement.standstill", "8s");
        if (process > 0) {
            settings.put("quarkus.http.port", Integer.toString(SECOND_PORT));
            settings.put(
                    "tocsin.ivr.spill-dir",
                    stack.plan().data().resolve("spill-1").toString());
        }
        return settings;
    }

    private static String packVersion(Stack stack, List<App> apps) {
        Api manager = new Api(apps.getFirst().url(), () -> stack.people().tokenOf("crisis-manager"));
        return BenchCenter.declare(manager, Map.of("profile", "small")).packVersion();
    }

    /** Whether the announcement completed by itself. */
    private static boolean settle(List<App> apps, Stack stack, CarrierStub carrier, Api manager, String path) {
        long until = System.nanoTime() + TO_SETTLE.toNanos();
        while (System.nanoTime() < until) {
            revive(apps, stack, carrier);
            try {
                Api.Answer progress = manager.get(path + "/progress");
                if (progress.status() == 200
                        && progress.body().path("state").asText().equals("COMPLETED")) {
                    return true;
                }
            } catch (UncheckedIOException | IllegalStateException starting) {
                // asked again below
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        return false;
    }

    private static boolean report(
            int kills,
            int recipients,
            long seed,
            boolean completed,
            CarrierStub carrier,
            SeededCenter center,
            String path)
            throws Exception {
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Sql sql = center.sql();
        Map<String, Long> states = new java.util.TreeMap<>();
        sql.list(
                "select state, count(*) from delivery where announcement_id = ? group by state",
                row -> states.put(row.getString(1), row.getLong(2)),
                id);
        long notSent = IntStream.range(0, recipients)
                .filter(n -> !carrier.has(SeededCenter.number(n)))
                .count();
        long listed = states.getOrDefault("UNKNOWN", 0L) + states.getOrDefault("FAILED", 0L);
        long ledger = states.values().stream().mapToLong(n -> n).sum();
        List<String> doubled = carrier.doubled();
        ObjectNode result = Json.object();
        result.put("name", "announce")
                .put("kills", kills)
                .put("recipients", recipients)
                .put("seed", seed);
        result.put("completed", completed);
        result.put("carrierTook", carrier.taken());
        result.put("carrierLostOneAnswerIn", LOSES_ONE_IN);
        result.put("callbacksLost", carrier.callbacksLost());
        result.put("notAtTheCarrier", notSent);
        result.put("listedUnknownOrFailed", listed);
        result.put("sentTwice", doubled.size());
        result.set("ledger", Json.object(states));
        long lost = Math.max(0, notSent - listed) + Math.max(0, recipients - ledger);
        result.put("lost", lost);
        boolean held = completed && doubled.isEmpty() && lost == 0;
        result.put("held", held);
        Path file = Path.of("target/chaos/announce.json");
        Files.createDirectories(file.getParent());
        String text = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result);
        Files.writeString(file, text);
        System.out.println(text);
        return held;
    }
}
