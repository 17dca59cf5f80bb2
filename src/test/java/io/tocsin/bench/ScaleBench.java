package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.carrier.CarrierStub;
import io.tocsin.carrier.SeededCenter;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One and three processes, each held to 10 calls at once, so that the carrier's 50 ms are the limit and not the machine;
 * then three processes that share an account of 100 calls per second, counted by the carrier.
 */
final class ScaleBench {
    private static final int LATENCY_MS = 50;
    private static final int AT_ONCE = 10;
    /** Each process must have compiled what it does. */
    private static final int WARM_EACH = 10_000;

    private static final int ONE = 6_000;
    private static final int THREE = 18_000;
    private static final int BUDGETED = 4_000;
    private static final int BUDGET = 100;

    private ScaleBench() {}

    static void measure() throws Exception {
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println);
                CarrierStub carrier =
                        new CarrierStub(stack.settings().get("tocsin.twilio.drill.auth-token"), LATENCY_MS, 0)) {
            double one = rate(stack, carrier, 1, ONE, 100_000).perSecond();
            double three = rate(stack, carrier, 3, THREE, 100_000).perSecond();
            Seen budgeted = rate(stack, carrier, 3, BUDGETED, BUDGET);
            ObjectNode details = Json.object();
            details.put("callsAtOnceEach", AT_ONCE).put("carrierAnswersInMs", LATENCY_MS);
            details.put("oneProcessPerSecond", BenchFile.rounded(one));
            details.put("threeProcessesPerSecond", BenchFile.rounded(three));
            details.put("accountBudgetPerSecond", BUDGET);
            details.put("budgetedPerSecond", BenchFile.rounded(budgeted.perSecond()));
            details.put("mostInAnyOneSecond", budgeted.mostInOneSecond());
            details.put("bar", "ratio at least 2.5, mostInAnyOneSecond at most 100");
            BenchFile.write("scale", three / one, three, one, details);
        }
    }

    private record Seen(double perSecond, int mostInOneSecond) {}

    private static Seen rate(Stack stack, CarrierStub carrier, int processes, int messages, int budget)
            throws Exception {
        List<App> apps = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                Map<String, String> settings = settings(stack, carrier, i, budget);
                apps.add(new App(stack.plan().data(), settings, List.of()).start());
                apps.getLast().awaitReady();
            }
            App first = apps.getFirst();
            SeededCenter center = new SeededCenter(stack, settings(stack, carrier, 0, budget))
                    .open(DispatchBench.packVersion(stack, first));
            UUID some = center.audience(WARM_EACH * processes);
            UUID all = center.audience(messages);
            Api manager = new Api(first.url(), () -> stack.people().tokenOf("crisis-manager"));
            DispatchBench.run(manager, center.approved(first.url(), some), WARM_EACH * processes);
            String path = center.approved(first.url(), all);
            carrier.forget(false);
            DispatchBench.Run run = DispatchBench.run(manager, path, messages);
            System.out.printf(
                    "%d processes: %d messages in %.1f s, steadily %.0f/s, at most %d in a second%n",
                    processes, messages, run.seconds(), carrier.steadyRate(0.05, 0.95), carrier.mostInOneSecond());
            return new Seen(messages / run.seconds(), carrier.mostInOneSecond());
        } finally {
            apps.forEach(App::close);
        }
    }

    private static Map<String, String> settings(Stack stack, CarrierStub carrier, int process, int budget) {
        Map<String, String> settings = DispatchBench.settings(stack, carrier);
        settings.put("tocsin.announcement.concurrency", Integer.toString(AT_ONCE));
        settings.put("tocsin.twilio.drill.calls-per-second", Integer.toString(budget));
        if (process > 0) {
            settings.put("quarkus.http.port", Integer.toString(StackPlan.freePort()));
            settings.put(
                    "tocsin.ivr.spill-dir",
                    stack.plan().data().resolve("spill-" + process).toString());
        }
        return settings;
    }
}
