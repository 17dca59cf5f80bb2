package io.tocsin.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts the packaged application once, beside the stack's own database, so that the JVM can keep what it loaded and
 * linked (JEP 483 and 515; before JDK 25 a class data archive). Every later start of this package takes less than half
 * of the work. Production does the same, see {@code deploy/README.md}.
 */
final class Training {
    private static final String DATABASE = "tocsin_training";
    private static final Duration WRITING = Duration.ofMinutes(2);
    /** The archive is laid out within the space for classes, which is smaller in service. */
    private static final String ROOM_FOR_ALL_CLASSES = "-XX:MaxMetaspaceSize=512m";

    private Training() {}

    /** Does nothing where this package has been trained. A training that fails costs only the faster start. */
    static void once(Stack stack, Consumer<String> say) {
        if (Files.exists(App.PACKAGE.resolve(ClassData.FILE))) {
            return;
        }
        long begun = System.nanoTime();
        say.accept("preparing class data for fast starts (once per build)");
        try {
            database(stack, "create database " + DATABASE + " owner tocsin_owner");
            try {
                run(stack);
            } finally {
                database(stack, "drop database " + DATABASE + " with (force)");
            }
            say.accept("class data prepared (%.0f s)".formatted((System.nanoTime() - begun) / 1e9));
        } catch (SQLException | IllegalStateException e) {
            say.accept("class data could not be prepared, starts stay slower: " + e.getMessage());
        }
    }

    private static void run(Stack stack) {
        Map<String, String> settings = stack.settings();
        String port = Integer.toString(freePort());
        settings.put("quarkus.http.port", port);
        settings.put("tocsin.public-base-url", "http://127.0.0.1:" + port);
        settings.put("quarkus.datasource.jdbc.url", stack.databaseUrl().replaceFirst("[^/]+$", DATABASE));
        try (App app = new App(
                        stack.plan().data().resolve("training"),
                        settings,
                        List.of(ROOM_FOR_ALL_CLASSES, ClassData.recordFlag()))
                .start()) {
            app.awaitReady();
            app.stop(WRITING);
        }
    }

    private static void database(Stack stack, String command) throws SQLException {
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
