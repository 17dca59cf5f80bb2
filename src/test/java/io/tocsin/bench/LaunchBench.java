package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.BenchCenter;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A center with 20 numbers and 200 seats, from the request to READY, beside the least time that carrier and Keycloak
 * leave: the longest chain of carrier calls, all carrier calls at the carrier's concurrency, or a bare loop that makes
 * the same Keycloak users.
 */
final class LaunchBench {
    private static final int NUMBERS = 20;
    private static final int SEATS = 200;
    private static final int LATENCY_MS = 120;
    private static final int CONCURRENCY = 100;
    private static final int ROUNDS = 5;
    /** The bar is for a warm process: the compilers need a few launches until they rest. */
    private static final int WARM_UPS = 7;
    /** When it was ready is told by its journal. */
    private static final Duration RARELY = Duration.ofMillis(400);

    private static final int KEYCLOAK_AT_ONCE = 16;
    /** Fewer than in the bare loop: what calls wait for should not stand behind log-ins for a processor. */
    private static final int USERS_AT_ONCE = 8;

    private final Stack stack;
    private final Api manager;
    private final Api ops;

    private final App app;

    private LaunchBench(Stack stack, App app) {
        this.stack = stack;
        this.app = app;
        this.manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
        this.ops = new Api(app.url(), () -> stack.people().tokenOf("ops"));
    }

    static void measure() throws Exception {
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println)) {
            List<Round> rounds = new ArrayList<>();
            List<Double> bareLoops = new ArrayList<>();
            try (App app = start(stack, USERS_AT_ONCE, CONCURRENCY)) {
                LaunchBench bench = new LaunchBench(stack, app);
                bench.roster();
                for (int i = 0; i < WARM_UPS; i++) {
                    bench.launch();
                    stack.people().bareUsers(SEATS, KEYCLOAK_AT_ONCE);
                }
                for (int i = 0; i < ROUNDS; i++) {
                    bareLoops.add(
                            stack.people().bareUsers(SEATS, KEYCLOAK_AT_ONCE).toMillis() / 1000.0);
                    rounds.add(bench.launch());
                }
            }
            Round oneByOne;
            try (App app = start(stack, 1, 1)) {
                oneByOne = new LaunchBench(stack, app).launch();
            }
            report(rounds, bareLoops, oneByOne);
        }
    }

    private static App start(Stack stack, int keycloak, int carrier) {
        Map<String, String> settings = stack.settings();
        settings.put("tocsin.drill.latency-ms", Integer.toString(LATENCY_MS));
        settings.put("tocsin.drill.concurrency", Integer.toString(CONCURRENCY));
        settings.put("tocsin.drill.calls-per-second", "100000");
        settings.put("tocsin.twilio.drill.calls-per-second", "100000");
        settings.put("tocsin.twilio.drill.max-in-flight", Integer.toString(CONCURRENCY));
        settings.put("tocsin.provisioning.in-flight.carrier", Integer.toString(carrier));
        settings.put("tocsin.provisioning.in-flight.keycloak", Integer.toString(keycloak));
        settings.put("tocsin.provisioning.in-flight.tocsin", Integer.toString(Math.min(carrier, 16)));
        App app = new App(stack.plan().data(), settings, List.of()).start();
        app.awaitReady();
        return app;
    }

    /**
     * @param chain longest dependent chain of carrier calls
     * @param cpu milliseconds of processor time by part, until the center was seen to be ready
     */
    private record Round(double seconds, long carrierCalls, int chain, Map<String, Long> cpu) {}

    private void roster() {
        StringBuilder csv = new StringBuilder(
                "name,email,ring,languages,skills,site,employment,clearance,trainedFor,homePermission\n");
        IntStream.rangeClosed(1, SEATS + 20)
                .forEach(i -> csv.append(
                        "Bench %03d,bench%03d@drill.example,+1202555%04d,en;ja,recall;returns;harm,headquarters,employee,yes,product-recall,yes%n"
                                .formatted(i, i, 100 + i)));
        ops.csv("/api/roster", csv.toString()).expect(200);
    }

    private Round launch() throws Exception {
        Map<String, Integer> numbers = Map.of("main", NUMBERS, "second-site", 0, "outbound", 0);
        String center = BenchCenter.declare(manager, Map.of("profile", "large", "numbers", numbers, "seats", SEATS))
                .path();
        long callsBefore = carrierCalls();
        CpuShares cpu = CpuShares.since(stack, app.process());
        Instant requested = Instant.now();
        manager.edit("POST", center, center + "/launch", null).expect(202);
        Duration answered = Duration.between(requested, Instant.now());
        CenterWait.phase(manager, center, "READY", Duration.ofMinutes(5), RARELY);
        Map<String, Long> spent = cpu.spent();
        long calls = carrierCalls() - callsBefore;
        Instant ready = StreamSupport.stream(
                        manager.get(center + "/journal").expect(200).body().spliterator(), false)
                .filter(e -> e.path("code").asText().equals("center.ready"))
                .map(e -> Instant.parse(e.path("at").asText()))
                .findFirst()
                .orElseThrow();
        JsonNode resources = manager.get(center + "/resources").expect(200).body();
        System.out.printf("request answered after %d ms; processor ms %s; ", answered.toMillis(), spent);
        tellWhenEachKindWasDone(resources, requested);
        long made = count(resources, "phone-number");
        long seated = count(resources, "seat-identity");
        if (made != NUMBERS || seated != SEATS) {
            throw new IllegalStateException(
                    "wanted %d numbers and %d seats, got %d and %d".formatted(NUMBERS, SEATS, made, seated));
        }
        CenterWait.allReady(manager, center, Duration.ofMinutes(5));
        ops.post(center + "/evidence", null).expect(201);
        ops.edit("POST", center, center + "/teardown", null).expect(202);
        CenterWait.phase(ops, center, "CLOSED", Duration.ofMinutes(5));
        return new Round(
                Duration.between(requested, ready).toMillis() / 1000.0, calls, LongestChain.of(resources), spent);
    }

    /** Where the time goes: seconds after the request at which the last of each kind was made. */
    private static void tellWhenEachKindWasDone(JsonNode resources, Instant requested) {
        Map<String, Double> last = new TreeMap<>();
        resources.forEach(r -> last.merge(
                r.path("kind").asText(),
                Duration.between(requested, Instant.parse(r.path("changedAt").asText()))
                                .toMillis()
                        / 1000.0,
                Math::max));
        System.out.println("done by: " + last);
    }

    private static long count(JsonNode resources, String kind) {
        return StreamSupport.stream(resources.spliterator(), false)
                .filter(r -> r.path("kind").asText().equals(kind)
                        && r.path("state").asText().equals("READY"))
                .count();
    }

    private long carrierCalls() {
        return (long) ops.get("/q/metrics")
                .expect(200)
                .body()
                .asText()
                .lines()
                .filter(l -> l.startsWith("tocsin_carrier_calls_total"))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void report(List<Round> rounds, List<Double> bareLoops, Round oneByOne) {
        Round median = rounds.stream()
                .sorted(Comparator.comparingDouble(Round::seconds))
                .toList()
                .get(rounds.size() / 2);
        double chain = median.chain() * LATENCY_MS / 1000.0;
        double calls = (double) median.carrierCalls() / CONCURRENCY * LATENCY_MS / 1000.0;
        double users = bareLoops.stream().sorted().toList().get(bareLoops.size() / 2);
        double limit = Math.max(chain, Math.max(calls, users));
        ObjectNode details = Json.object();
        details.put("numbers", NUMBERS).put("seats", SEATS).put("carrierLatencyMs", LATENCY_MS);
        details.put("longestChainSeconds", BenchFile.rounded(chain));
        details.put("longestChainCalls", median.chain());
        details.put("carrierCalls", median.carrierCalls());
        details.put("carrierCallsAtConcurrencySeconds", BenchFile.rounded(calls));
        details.put("bareKeycloakLoopSeconds", BenchFile.rounded(users));
        details.put("oneCallAfterTheOtherSeconds", BenchFile.rounded(oneByOne.seconds()));
        rounds.forEach(r -> details.withArray("launchSeconds").add(BenchFile.rounded(r.seconds())));
        bareLoops.forEach(s -> details.withArray("bareKeycloakLoops").add(BenchFile.rounded(s)));
        details.set("processorMs", Json.tree(median.cpu()));
        details.put("bar", "ratio at most 1.5");
        BenchFile.write("launch", median.seconds() / limit, median.seconds(), limit, details);
    }
}
