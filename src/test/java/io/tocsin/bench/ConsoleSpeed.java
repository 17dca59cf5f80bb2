package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.KeySets;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Sqls;
import io.tocsin.stack.Api;
import io.tocsin.stack.App;
import io.tocsin.stack.BenchCenter;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.ConsoleSession;
import io.tocsin.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long the server takes for each page of the console, asked one after the other by people who are logged in, with ten
 * open centers and 100,000 inquiries. Which pages there are stands in {@code rights.csv}; what they are about in {@link
 * DetailSamples}.
 */
final class ConsoleSpeed {
    private static final int CENTERS = Integer.getInteger("tocsin.bench.centers", 10);
    private static final int INQUIRIES = Integer.getInteger("tocsin.bench.inquiries", 100_000);
    private static final int WARM = 15;
    private static final int TIMES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Who opens a page that several may. */
    private static final List<String> ROLES = List.of("crisis-manager", "supervisor", "ops", "auditor");

    /** The same page of something else, or of somebody else. */
    private static final String DRAFT = "/console/centers/{centerId}/announcements/{draftId}";

    private static final Path TABLE = Path.of("src/test/resources/rights.csv");

    private final Stack stack;
    private final App app;
    private final Api manager;
    private final List<BenchCenter> centers = new ArrayList<>();
    /** By center, and then by what stands for it in the address of a page. */
    private final Map<String, Map<String, String>> samples = new LinkedHashMap<>();

    private String agent;

    ConsoleSpeed(Stack stack, App app) {
        this.stack = stack;
        this.app = app;
        this.manager = new Api(app.url(), () -> stack.people().tokenOf("crisis-manager"));
    }

    /** Milliseconds by page, in {@code pages}; the slowest page's 95th percentile. */
    double measure(ObjectNode pages) throws Exception {
        openCenters();
        fill();
        Map<String, ConsoleSession> sessions = new LinkedHashMap<>();
        for (String role : ROLES) {
            sessions.put(role, ConsoleSession.of(stack, role + "@drill.example"));
        }
        double worst = 0;
        for (String line : Files.readAllLines(TABLE)) {
            String[] right = line.split(",\\s*");
            if (right.length < 3 || !right[0].equals("GET") || !isMeasured(right[1])) {
                continue;
            }
            Optional<String> role = ROLES.stream()
                    .filter(List.of(right[2].strip().split(" "))::contains)
                    .findFirst();
            if (role.isEmpty()) {
                continue;
            }
            ConsoleSession session = sessions.get(role.get());
            if (needsInput(session.get(sampled(right[1], 0).orElseThrow()).status())) {
                pages.put(right[1], "not timed: answers only to an input");
                continue;
            }
            worst = Math.max(worst, page(session, right[1], right[1], pages));
        }
        worst = Math.max(worst, page(sessions.get("crisis-manager"), DRAFT, DRAFT, pages));
        String desk = "/console/centers/" + centers.getFirst().id() + "/desk";
        return Math.max(worst, page(ConsoleSession.of(stack, agent), desk, "desk, in a conversation", pages));
    }

    private double page(ConsoleSession session, String path, String name, ObjectNode pages) {
        return tell(name, times(asked -> session.get(asked).status(), path), pages);
    }

    /** A part of a page that answers what somebody typed: asked for nothing, it says that there is no such thing. */
    private static boolean needsInput(int status) {
        return status >= 400 && status < 500;
    }

    /** What a page of inquiries asks for: the API's own lists, with as much behind them. */
    double measureApi(ObjectNode pages) {
        double worst = 0;
        for (String path : List.of(
                "/api/centers/{centerId}/inquiries",
                "/api/centers/{centerId}/inquiries/queue",
                "/api/centers/{centerId}/inquiries/follow-ups",
                "/api/centers/{centerId}/threads/{threadId}",
                "/api/centers/{centerId}/inquiry-analysis")) {
            double[] took = times(asked -> manager.get(asked).status(), path);
            worst = Math.max(worst, tell(path, took, pages));
        }
        return worst;
    }

    /** Streams never end, and what has no sample of its own is another page's part. */
    private boolean isMeasured(String path) {
        return path.startsWith("/console")
                && !path.endsWith("/live")
                && sampled(path, 0).isPresent();
    }

    private Optional<String> sampled(String path, int time) {
        BenchCenter center = centers.get(time % centers.size());
        String filled = path.replace("{centerId}", center.id()).replace("{pack}", "product-recall");
        for (Map.Entry<String, String> sample : samples.get(center.id()).entrySet()) {
            filled = filled.replace(sample.getKey(), sample.getValue());
        }
        return filled.contains("{") ? Optional.empty() : Optional.of(filled);
    }

    private interface Asked {
        int status(String path);
    }

    private double[] times(Asked asked, String path) {
        double[] took = new double[TIMES];
        for (int i = -WARM; i < TIMES; i++) {
            String filled = sampled(path, i + WARM).orElseThrow();
            long begun = System.nanoTime();
            int status = asked.status(filled);
            double millis = (System.nanoTime() - begun) / 1e6;
            if (status >= 400) {
                throw new IllegalStateException(filled + " answers " + status + ": see " + app.log());
            }
            if (i >= 0) {
                took[i] = millis;
            }
        }
        Arrays.sort(took);
        return took;
    }

    private static double tell(String path, double[] took, ObjectNode pages) {
        double p95 = took[(int) (took.length * 0.95)];
        ObjectNode page = pages.putObject(path);
        page.put("p50Ms", BenchFile.rounded(took[took.length / 2]));
        page.put("p95Ms", BenchFile.rounded(p95));
        System.out.printf("%-60s p50 %6.1f ms, p95 %6.1f ms%n", path, took[took.length / 2], p95);
        return p95;
    }

    private void openCenters() {
        Api ops = new Api(app.url(), () -> stack.people().tokenOf("ops"));
        ops.csv("/api/roster", roster()).expect(200);
        for (int i = 0; i < CENTERS; i++) {
            BenchCenter center = BenchCenter.declare(manager, Map.of("profile", "small", "seats", 5));
            manager.edit("POST", center.path(), center.path() + "/launch", null).expect(202);
            manager.put(center.path() + "/members/supervisor@drill.example", null)
                    .expect(204);
            centers.add(center);
        }
        for (BenchCenter center : centers) {
            CenterWait.phase(manager, center.path(), "READY", PATIENCE);
            CenterWait.allReady(manager, center.path(), PATIENCE);
            manager.post(center.path() + "/gate/overrides", Map.of("check", "seats", "reason", "a bench"))
                    .expect(200);
            manager.edit("POST", center.path(), center.path() + "/open", null).expect(200);
        }
    }

    private static String roster() {
        StringBuilder csv = new StringBuilder(
                "name,email,ring,languages,skills,site,employment,clearance,trainedFor,homePermission\n");
        for (int i = 1; i <= 5 * CENTERS; i++) {
            csv.append(
                    "Bench Person %1$03d,bench%1$03d@people.example,+1202555%2$04d,en;ja,recall;returns;harm,headquarters,employee,yes,product-recall,yes%n"
                            .formatted(i, 100 + i));
        }
        return csv.toString();
    }

    private void fill() throws Exception {
        long begun = System.nanoTime();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(stack.databaseUrl());
        database.setUser(stack.settings().get("quarkus.datasource.username"));
        database.setPassword(stack.settings().get("quarkus.datasource.password"));
        CenterKeys keys = KeySets.of(database, stack.settings().get("tocsin.master-key"));
        Sql sql = Sqls.of(database);
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (BenchCenter center : centers) {
                BusyCenter.fill(connection, keys, UUID.fromString(center.id()), INQUIRIES / CENTERS);
            }
            statement.execute("vacuum analyze");
        }
        DetailSamples details = new DetailSamples(stack, app, manager);
        for (BenchCenter center : centers) {
            Map<String, String> ids = new LinkedHashMap<>(details.of(center));
            sql.list(
                    "select id, thread_id from inquiry where center_id = ? and channel = 'CHAT' order by id limit 1",
                    row -> {
                        ids.put("{chatId}", row.getString(1));
                        ids.put("{inquiryId}", row.getString(1));
                        return ids.put("{threadId}", row.getString(2));
                    },
                    UUID.fromString(center.id()));
            samples.put(center.id(), ids);
        }
        agent = details.agentInAChat(centers.getFirst());
        System.out.printf(
                "%d inquiries in %d centers, written in %.1f s%n",
                INQUIRIES, CENTERS, (System.nanoTime() - begun) / 1e9);
    }
}
