package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.ivr.PublishedCenter;
import io.tocsin.platform.Json;
import io.tocsin.stack.App;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Signed webhooks through the whole path (signature, script, step durably journaled) beside a trivial endpoint of the
 * same process, same generator, alternating rounds; then how long answers take at half of that load.
 */
public final class IvrBench {
    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final Duration STEADY = Duration.ofSeconds(15);
    private static final byte[] PING =
            "GET /webhooks/ping HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Stack stack;
    private final URI app;
    private final Map<String, String> settings;
    private Instant measuredFrom;
    private long journaledBefore;
    private long answered;

    private IvrBench(Stack stack, Map<String, String> settings, String url) {
        this.stack = stack;
        this.settings = settings;
        this.app = URI.create(url);
    }

    static void measure() throws Exception {
        try (Stack stack = Stack.start(StackPlan.throwaway(), IvrBench::say)) {
            Map<String, String> settings = stack.settings();
            try (App app = new App(stack.plan().data(), settings, List.of()).start()) {
                app.awaitReady();
                boolean held = new IvrBench(stack, settings, app.url()).run();
                if (!held) {
                    Files.copy(
                            app.log(),
                            Path.of("target/bench/ivr-app.log"),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Whether all bars held. */
    private boolean run() throws Exception {
        List<byte[]> calls = calls();
        try (HttpLoad trivial = load(List.of(PING));
                HttpLoad webhooks = load(calls)) {
            say("warming up");
            trivial.closed(ROUND);
            awaitScript(webhooks);
            webhooks.closed(ROUND);
            webhooks.closed(ROUND);
            trivial.closed(ROUND);
            settle();
            journaledBefore = journaled();
            measuredFrom = Instant.now();
            List<Double> baseline = new ArrayList<>();
            List<Double> subject = new ArrayList<>();
            long refused = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                baseline.add(trivial.closed(ROUND).perSecond());
                HttpLoad.Result result = webhooks.closed(ROUND);
                subject.add(result.perSecond());
                answered += result.answered();
                refused += result.refused();
                say("round %d: trivial %,.0f/s, webhooks %,.0f/s"
                        .formatted(round, baseline.getLast(), subject.getLast()));
            }
            long settledMillis = awaitJournaled();
            double half = median(subject) / 2;
            HttpLoad.Result steady = webhooks.open(half, STEADY);
            answered += steady.answered();
            refused += steady.refused();
            long settledSteadyMillis = awaitJournaled();
            return report(baseline, subject, refused, half, steady, Math.max(settledMillis, settledSteadyMillis));
        }
    }

    private boolean report(
            List<Double> baseline,
            List<Double> subject,
            long refused,
            double half,
            HttpLoad.Result steady,
            long settledMillis)
            throws Exception {
        double ratio = median(subject) / median(baseline);
        long journaled = journaled() - journaledBefore;
        double lag = maxLagSeconds();
        ObjectNode report = Json.object();
        report.put("name", "ivr");
        report.put("ratio", ratio);
        report.put("subject", median(subject));
        report.put("baseline", median(baseline));
        ObjectNode details = report.putObject("details");
        details.put(
                "unit",
                "requests per second, median of " + ROUNDS + " alternating rounds of " + ROUND.toSeconds() + " s");
        details.put("connections", CONNECTIONS);
        details.put("halfLoadPerSecond", half);
        details.put("halfLoadReachedPerSecond", steady.perSecond());
        details.put("p50Millis", steady.millis(0.5));
        details.put("p99Millis", steady.millis(0.99));
        details.put("p999Millis", steady.millis(0.999));
        details.put("stepsAnswered", answered);
        details.put("stepsJournaled", journaled);
        details.put("refused", refused);
        details.put("journalMaxLagSeconds", lag);
        details.put("allInTableMillisAfterLastAnswer", settledMillis);
        boolean held = ratio >= 0.2 && steady.millis(0.99) <= 10 && journaled == answered && refused == 0 && lag <= 1;
        details.put("held", held);
        Path file = Path.of("target/bench/ivr.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
        say("ratio %.2f, p99 at half load %.1f ms, %,d of %,d steps journaled, longest lag %.2f s: %s"
                .formatted(ratio, steady.millis(0.99), journaled, answered, lag, held ? "held" : "NOT held"));
        return held;
    }

    private List<byte[]> calls() throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(stack.databaseUrl());
        database.setUser(settings.get("quarkus.datasource.username"));
        database.setPassword(settings.get("quarkus.datasource.password"));
        PublishedCenter center = new PublishedCenter(database, settings.get("tocsin.master-key"));
        List<byte[]> requests = new ArrayList<>();
        for (int call = 0; call < 4_000; call++) {
            requests.addAll(center.call(
                    settings.get("tocsin.public-base-url"),
                    settings.get("tocsin.twilio.drill.auth-token"),
                    "CA%032x".formatted(call)));
        }
        return requests;
    }

    private HttpLoad load(List<byte[]> requests) throws Exception {
        return new HttpLoad(app.getHost(), app.getPort(), CONNECTIONS, requests);
    }

    /** Unknown centers are answered, too; the journal tells when the script has arrived. */
    private void awaitScript(HttpLoad webhooks) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (journaled() == 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the application does not take the published script");
            }
            webhooks.closed(Duration.ofMillis(200));
        }
    }

    /** Milliseconds until every answered step was in the database. */
    private long awaitJournaled() throws Exception {
        long begun = System.nanoTime();
        while (journaled() - journaledBefore < answered && millisSince(begun) < 30_000) {
            Thread.onSpinWait();
        }
        return millisSince(begun);
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    /** Waits until the journal stands still. */
    private void settle() throws Exception {
        long before;
        do {
            before = journaled();
            Thread.sleep(500);
        } while (journaled() != before);
    }

    private long journaled() throws Exception {
        return (long) number("select count(*) from call_journal");
    }

    private double maxLagSeconds() throws Exception {
        return number(
                "select extract(epoch from max(durable_at - at)) from call_journal where at >= '" + measuredFrom + "'");
    }

    private double number(String query) throws Exception {
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void say(String line) {
        System.out.println("bench ivr: " + line);
    }
}
