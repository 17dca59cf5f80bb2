package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.BenchCenter;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The public notice page, the FAQ's page and the FAQ's search under load, beside a trivial endpoint of the same process:
 * same generator, alternating rounds; then how long each takes at half of its load. After that the {@link ConsoleSpeed
 * console}.
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
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        subjects.put("notice", List.of(front));
        subjects.put("faq", List.of(front + "/faq"));
        subjects.put("faq-search", searches(front));
        ObjectNode details = Json.object();
        ObjectNode pages = details.putObject("pages");
        Measured worst = null;
        try (HttpLoad trivial = load(List.of("/webhooks/ping"))) {
            for (Map.Entry<String, List<String>> page : subjects.entrySet()) {
                try (HttpLoad subject = load(page.getValue())) {
                    Measured measured = measure(page.getKey(), trivial, subject, pages);
                    worst = worst == null || measured.ratio() < worst.ratio() ? measured : worst;
                }
            }
        }
        ConsoleSpeed console = new ConsoleSpeed(stack, app);
        double consoleP95 = console.measure(details.putObject("consolePages"));
        details.put("consoleP95Ms", BenchFile.rounded(consoleP95));
        double apiP95 = console.measureApi(details.putObject("inquiryLists"));
        details.put("inquiryListsP95Ms", BenchFile.rounded(apiP95));
        details.put("residentMb", app.residentMegabytes());
        details.put("bar", "console pages under 100 ms at p95 with 10 open centers and 100,000 inquiries");
        BenchFile.write("site", worst.ratio(), worst.subject(), worst.baseline(), details);
    }

    /** Requests per second: median of the page's rounds, and of the trivial endpoint's beside them. */
    private record Measured(double subject, double baseline) {
        double ratio() {
            return subject / baseline;
        }
    }

    private static Measured measure(String name, HttpLoad trivial, HttpLoad subject, ObjectNode pages)
            throws Exception {
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
        Measured measured = new Measured(median(reached), median(baseline));
        ObjectNode page = pages.putObject(name);
        page.put("ratio", BenchFile.rounded(measured.ratio()));
        page.put("subject", BenchFile.rounded(measured.subject()));
        page.put("baseline", BenchFile.rounded(measured.baseline()));
        page.put("halfLoadPerSecond", BenchFile.rounded(half));
        page.put("p50Millis", BenchFile.rounded(steady.millis(0.5)));
        page.put("p95Millis", BenchFile.rounded(steady.millis(0.95)));
        page.put("p99Millis", BenchFile.rounded(steady.millis(0.99)));
        page.put("refused", refused + steady.refused());
        System.out.printf(
                "%s: %,.0f/s beside %,.0f/s trivial, ratio %.3f; at half load p95 %.1f ms, p99 %.1f ms; %d refused%n",
                name,
                measured.subject(),
                measured.baseline(),
                measured.ratio(),
                steady.millis(0.95),
                steady.millis(0.99),
                refused + steady.refused());
        return measured;
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
    private String front() {
        Api manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
        BenchCenter center = BenchCenter.declare(manager, Map.of("profile", "small", "seats", 1));
        manager.edit("POST", center.path(), center.path() + "/launch", null).expect(202);
        CenterWait.phase(manager, center.path(), "READY", Duration.ofMinutes(2));
        return "/notices/" + center.id() + "/en";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
