package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The public notice page, the FAQ's page and the FAQ's search under load, beside a trivial endpoint of the same process:
 * same generator, alternating rounds; then how long each takes at half of its load.
 */
final class SiteBench {
    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration STEADY = Duration.ofSeconds(6);
    private static final List<String> QUESTIONS = List.of(
            "can I get my money back",
            "is mine one of them",
            "it smells burnt and is hot",
            "where do I send it",
            "I lost the receipt",
            "is this a scam",
            "when does the new one come");

    private final Stack stack;
    private final App app;

    private SiteBench(Stack stack, App app) {
        this.stack = stack;
        this.app = app;
    }

    static void measure() throws Exception {
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println)) {
            Map<String, String> settings = stack.settings();
            // all readers of this test have one address
            settings.put("tocsin.site.reads-per-second", "1000000");
            try (App app = new App(stack.plan().data(), settings, List.of()).start()) {
                app.awaitReady();
                new SiteBench(stack, app).run();
            }
        }
    }

    private void run() throws Exception {
        String front = front();
        ObjectNode report = Json.object();
        report.put("name", "site");
        ObjectNode pages = report.putObject("pages");
        try (HttpLoad trivial = load(List.of("/webhooks/ping"))) {
            double worst = Double.MAX_VALUE;
            for (Map.Entry<String, List<String>> page : Map.of(
                            "notice", List.of(front),
                            "faq", List.of(front + "/faq"),
                            "faq-search", searches(front))
                    .entrySet()) {
                try (HttpLoad subject = load(page.getValue())) {
                    worst = Math.min(worst, measure(page.getKey(), trivial, subject, pages));
                }
            }
            report.put("ratio", worst);
        }
        Path file = Path.of("target/bench/site.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
    }

    /** The ratio. */
    private static double measure(String name, HttpLoad trivial, HttpLoad subject, ObjectNode pages) throws Exception {
        for (int i = 0; i < 3; i++) {
            trivial.closed(ROUND);
            subject.closed(ROUND);
        }
        List<Double> baseline = new ArrayList<>();
        List<Double> reached = new ArrayList<>();
        long refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            baseline.add(trivial.closed(ROUND).perSecond());
            HttpLoad.Result result = subject.closed(ROUND);
            reached.add(result.perSecond());
            refused += result.refused();
        }
        double half = median(reached) / 2;
        HttpLoad.Result steady = subject.open(half, STEADY);
        double ratio = median(reached) / median(baseline);
        ObjectNode page = pages.putObject(name);
        page.put("ratio", ratio);
        page.put("subject", median(reached));
        page.put("baseline", median(baseline));
        page.put("halfLoadPerSecond", half);
        page.put("p50Millis", steady.millis(0.5));
        page.put("p95Millis", steady.millis(0.95));
        page.put("p99Millis", steady.millis(0.99));
        page.put("refused", refused + steady.refused());
        System.out.printf(
                "%s: %,.0f/s beside %,.0f/s trivial, ratio %.3f; at half load p95 %.1f ms, p99 %.1f ms; %d refused%n",
                name,
                median(reached),
                median(baseline),
                ratio,
                steady.millis(0.95),
                steady.millis(0.99),
                refused + steady.refused());
        return ratio;
    }

    private static List<String> searches(String front) {
        return QUESTIONS.stream()
                .map(q -> front + "/faq?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                .toList();
    }

    private HttpLoad load(List<String> paths) throws Exception {
        URI url = URI.create(app.url());
        List<byte[]> requests = paths.stream()
                .map(p -> ("GET " + p + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        return new HttpLoad(url.getHost(), url.getPort(), CONNECTIONS, requests);
    }

    /** Path of the English notice page of a center that is ready. */
    private String front() throws Exception {
        Api manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
        JsonNode facts = Json.tree(Files.readString(Path.of("src/test/resources/scenarios/galaxy-note7/facts.json")));
        String center = manager.post(
                        "/api/centers",
                        Map.of(
                                "organization",
                                "Bench",
                                "pack",
                                "product-recall",
                                "awareAt",
                                Instant.now().minusSeconds(60).toString(),
                                "jurisdictions",
                                List.of("US"),
                                "mode",
                                "DRILL",
                                "capacity",
                                Map.of("profile", "small", "seats", 1),
                                "facts",
                                facts))
                .expect(201)
                .location()
                .replaceFirst("^https?://[^/]+", "");
        manager.edit("POST", center, center + "/launch", null).expect(202);
        CenterWait.phase(manager, center, "READY", Duration.ofMinutes(2));
        return center.replace("/api/centers/", "/notices/") + "/en";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
