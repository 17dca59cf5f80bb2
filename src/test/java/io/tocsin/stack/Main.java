package io.tocsin.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Behind {@code ./tocsin up} and {@code ./tocsin demo}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        boolean demo = words.contains("demo");
        boolean exit = words.contains("--exit");
        int status = 0;
        StackPlan plan = exit ? StackPlan.throwaway() : StackPlan.lasting();
        try {
            if (!exit) {
                refuseBusyPorts(plan);
            }
            status = run(plan, demo, exit);
        } catch (RuntimeException e) {
            System.err.println("tocsin: " + e.getMessage());
            if (System.getenv("TOCSIN_DEBUG") != null) {
                e.printStackTrace();
            }
            status = 1;
        }
        System.exit(status);
    }

    private static int run(StackPlan plan, boolean demo, boolean exit) throws Exception {
        say("starting PostgreSQL, Kafka, Keycloak and a mail server (Keycloak takes half a minute the first time)");
        try (Stack stack = Stack.start(plan, Main::say)) {
            Training.once(stack, Main::say);
            Map<String, String> settings = stack.settings();
            if (demo) {
                settings.put("tocsin.drill.latency-ms", "120");
                settings.put("tocsin.announcement.share-wait", "3s");
            }
            try (App app = new App(plan.data(), settings, List.of()).start()) {
                Duration ready = app.awaitReady();
                say("Tocsin is ready at %s (%.1f s)".formatted(app.url(), ready.toMillis() / 1000.0));
                boolean held = true;
                if (demo) {
                    held = new Demo(stack, app, ready).run();
                }
                if (exit) {
                    return held ? 0 : 1;
                }
                Rehearsal.Invitation invitation = demo ? new Rehearsal(stack, app).ready() : null;
                tellLogins(stack, app);
                if (invitation != null) {
                    tellSteps(app, invitation);
                }
                stayUp();
                return 0;
            }
        }
    }

    private static void tellLogins(Stack stack, App app) {
        say("");
        say("API and its documentation: " + app.url() + "/api/docs");
        say("log-ins (password beside them):");
        DrillPeople.ROLES.forEach(role -> say(
                "  %-28s %s".formatted(role + "@drill.example", stack.people().password(role + "@drill.example"))));
        say("write to a center: SMTP at 127.0.0.1:%d, its address at %s/api/centers/ID/mail"
                .formatted(stack.plan().smtpPort(), app.url()));
        say("a bearer token: ./tocsin token ROLE    end: Ctrl-C");
    }

    private static void tellSteps(App app, Rehearsal.Invitation agent) {
        say("");
        say("answer a call yourself:");
        say("  1. open %s/console in a browser".formatted(app.url()));
        say("  2. log in as %s with %s".formatted(agent.email(), agent.password()));
        say("  3. press 'To the desk', acknowledge the rules and press 'Check in'");
        say("  4. press 'Drill: let somebody call', and 'Answer' when it rings");
        say("  5. speak along the talk script, 'Hang up', choose an outcome, 'Save and be ready'");
    }

    private static void stayUp() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void refuseBusyPorts(StackPlan plan) throws IOException {
        for (int port : List.of(
                plan.appPort(),
                plan.postgresPort(),
                plan.kafkaPort(),
                plan.keycloakPort(),
                plan.smtpPort(),
                plan.imapPort())) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                probe.setReuseAddress(true);
            } catch (java.net.BindException e) {
                throw new IllegalStateException(
                        "port %d is in use; end what uses it, or choose others: TOCSIN_PORT=%d ./tocsin up"
                                .formatted(port, plan.appPort() + 1000));
            }
        }
        Files.createDirectories(Path.of("target"));
    }

    static void say(String line) {
        System.out.println(line);
    }
}
