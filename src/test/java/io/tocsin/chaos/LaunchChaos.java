package io.tocsin.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.Stack;
import io.tocsin.stack.StackPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Centers are launched and torn down without a pause while the application is killed (SIGKILL) at random moments and the
 * carrier loses one answer in ten. Afterwards: no number bought twice, nothing left anywhere, every center at its end.
 */
final class LaunchChaos {
    private static final int CENTERS_AT_ONCE = 3;
    private static final int PEOPLE = 20;
    private static final double LOST_ANSWERS = 0.1;
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);

    private LaunchChaos() {}

    static boolean run(int kills) throws Exception {
        long seed = Long.getLong("tocsin.chaos.seed", System.nanoTime());
        Random random = new Random(seed);
        System.out.println("chaos launch: " + kills + " kills, seed " + seed);
        try (Stack stack = Stack.start(StackPlan.throwaway(), System.out::println)) {
            Map<String, String> settings = settings(stack);
            App app = new App(stack.plan().data(), settings, List.of()).start();
            app.awaitReady();
            prepare(stack, app);
            AtomicBoolean more = new AtomicBoolean(true);
            List<CenterLoop> loops = new ArrayList<>();
            try (var pool = Executors.newFixedThreadPool(CENTERS_AT_ONCE)) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < CENTERS_AT_ONCE; i++) {
                    CenterLoop loop = new CenterLoop(stack, app.url(), i, more);
                    loops.add(loop);
                    running.add(pool.submit(loop));
                }
                for (int kill = 1; kill <= kills; kill++) {
                    liveForAWhile(app, random);
                    app.kill();
                    if (kill % 10 == 0 || kill == kills) {
                        System.out.printf("killed %d times, %d centers so far%n", kill, ended(loops));
                    }
                    app = new App(stack.plan().data(), settings, List.of()).start();
                }
                app.awaitReady();
                more.set(false);
                loops.forEach(l -> l.endBy(System.nanoTime() + TO_SETTLE.toNanos()));
                for (Future<?> loop : running) {
                    loop.get();
                }
            }
            ChaosCount count = ChaosCount.of(stack);
            app.close();
            return report(kills, seed, loops, count);
        }
    }

    /** Mostly into the middle of launches and teardowns, now and then into a start. */
    private static void liveForAWhile(App app, Random random) {
        if (random.nextInt(5) > 0) {
            app.awaitReady();
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(50, 4_000)).toNanos());
    }

    private static Map<String, String> settings(Stack stack) {
        Map<String, String> settings = stack.settings();
        settings.put("tocsin.drill.latency-ms", "60");
        settings.put("tocsin.twilio.call-timeout", "2s");
        settings.put("tocsin.provisioning.lease", "6s");
        settings.put("tocsin.provisioning.settle", "2500ms");
        settings.put("tocsin.provisioning.first-retry", "100ms");
        settings.put("tocsin.provisioning.longest-retry", "3s");
        return settings;
    }

    private static void prepare(Stack stack, App app) {
        Api ops = new Api(app.url(), () -> stack.people().tokenOf("ops"));
        StringBuilder csv = new StringBuilder(
                "name,email,ring,languages,skills,site,employment,clearance,trainedFor,homePermission\n");
        for (int i = 1; i <= PEOPLE; i++) {
            csv.append(
                    "Chaos %02d,chaos%02d@drill.example,+1202555%04d,en;ja,recall;returns;harm,headquarters,employee,yes,product-recall,yes%n"
                            .formatted(i, i, 100 + i));
        }
        ops.csv("/api/roster", csv.toString()).expect(200);
        ops.put("/api/drill/carrier/behaviour", Map.of("lostAnswerRate", LOST_ANSWERS))
                .expect(200);
    }

    private static long ended(List<CenterLoop> loops) {
        return loops.stream().mapToLong(CenterLoop::ended).sum();
    }

    private static boolean report(int kills, long seed, List<CenterLoop> loops, ChaosCount count) throws Exception {
        long unfinished = loops.stream().filter(CenterLoop::isUnfinished).count();
        ObjectNode result = Json.object();
        result.put("name", "launch").put("kills", kills).put("seed", seed);
        result.put("centersEnded", ended(loops));
        result.put("centersNotAtTheirEnd", count.centersNotAtTheirEnd());
        result.put("numbersWanted", count.numbersWanted()).put("numbersBought", count.numbersBought());
        result.put("numbersBoughtTwice", count.boughtTwice());
        result.put("orphans", count.orphans().size());
        count.orphans().forEach(o -> result.withArray("orphanList").add(o));
        result.put("carrierLosesOneAnswerIn", (int) (1 / LOST_ANSWERS));
        boolean held = unfinished == 0
                && count.centersNotAtTheirEnd() == 0
                && count.boughtTwice() == 0
                && count.orphans().isEmpty();
        result.put("held", held);
        Path file = Path.of("target/chaos/launch.json");
        Files.createDirectories(file.getParent());
        String text = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result);
        Files.writeString(file, text);
        System.out.println(text);
        return held;
    }
}
