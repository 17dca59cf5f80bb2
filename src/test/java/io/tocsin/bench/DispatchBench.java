package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.carrier.BareSdk;
import io.tocsin.carrier.CarrierStub;
import io.tocsin.carrier.SeededCenter;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.BenchCenter;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * 50,000 text messages from an approved announcement through Kafka and the SDK to a ledger that holds every receipt,
 * beside a bare loop of SDK calls: the same carrier, which answers in 50 ms and calls back twice, 50 calls at once.
 */
final class DispatchBench {
    private static final int MESSAGES = Integer.getInteger("tocsin.bench.messages", 50_000);
    private static final int WARM = 5_000;
    private static final int AT_ONCE = 50;
    private static final int LATENCY_MS = 50;

    private DispatchBench() {}

    static void measure() throws Exception {
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println);
                CarrierStub carrier =
                        new CarrierStub(stack.settings().get("tocsin.twilio.drill.auth-token"), LATENCY_MS, 0)) {
            Map<String, String> settings = settings(stack, carrier);
            try (App app = new App(stack.plan().data(), settings, List.of()).start()) {
                app.awaitReady();
                SeededCenter center = new SeededCenter(stack, settings).open(packVersion(stack, app));
                UUID all = center.audience(MESSAGES);
                UUID some = center.audience(WARM);
                Api manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
                String token = settings.get("tocsin.twilio.drill.auth-token");
                carrier.forget(false);
                run(manager, center.approved(app.url(), some), WARM);
                String body = "x".repeat(320);
                BareSdk.send(carrier.url(), token, WARM, AT_ONCE, body);
                double before = BareSdk.send(carrier.url(), token, MESSAGES / 2, AT_ONCE, body);
                String path = center.approved(app.url(), all);
                carrier.forget(false);
                Run run = run(manager, path, MESSAGES);
                double after = BareSdk.send(carrier.url(), token, MESSAGES / 2, AT_ONCE, body);
                double bare = (before + after) / 2;
                ObjectNode details = Json.object();
                details.put("messages", MESSAGES)
                        .put("carrierAnswersInMs", LATENCY_MS)
                        .put("callsAtOnce", AT_ONCE);
                details.put("seconds", BenchFile.rounded(run.seconds()));
                details.put("bareBefore", BenchFile.rounded(before)).put("bareAfter", BenchFile.rounded(after));
                details.put("ledgerDelivered", run.delivered());
                details.put("residentMb", app.residentMegabytes());
                details.put("bar", "ratio at least 0.8, every message delivered in the ledger");
                BenchFile.write("dispatch", MESSAGES / run.seconds() / bare, MESSAGES / run.seconds(), bare, details);
            }
        }
    }

    static Map<String, String> settings(Stack stack, CarrierStub carrier) {
        Map<String, String> settings = stack.settings();
        settings.put("tocsin.roles", "api,relay,dispatcher");
        settings.put("tocsin.twilio.drill.base-url", carrier.baseUrl());
        settings.put("tocsin.twilio.drill.calls-per-second", "100000");
        settings.put("tocsin.announcement.concurrency", Integer.toString(AT_ONCE));
        return settings;
    }

    static String packVersion(Stack stack, App app) {
        Api manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
        return BenchCenter.declare(manager, Map.of("profile", "small")).packVersion();
    }

    record Run(double seconds, long delivered) {}

    /** From the start to the last receipt in the ledger. */
    static Run run(Api manager, String path, int messages) {
        long began = System.nanoTime();
        manager.post(path + "/start", null).expect(202);
        long deadline = System.nanoTime() + Duration.ofMinutes(15).toNanos();
        long delivered = 0;
        while (delivered < messages && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            delivered = manager.get(path + "/progress")
                    .expect(200)
                    .body()
                    .path("counts")
                    .path("DELIVERED")
                    .asLong();
        }
        return new Run((System.nanoTime() - began) / 1e9, delivered);
    }
}
