package io.tocsin.stack;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * Where the stack lives.
 *
 * @param home the folder with the unpacked Keycloak and this machine's secrets
 * @param data where data is kept; given to the stack alone
 * @param keep whether data survives the stack's end
 * @param appPort where the application will listen (its address goes into Keycloak's redirect URIs)
 */
public record StackPlan(
        Path home,
        Path data,
        boolean keep,
        int appPort,
        int postgresPort,
        int kafkaPort,
        int keycloakPort,
        int smtpPort,
        int imapPort) {
    /** Fresh data and free ports, for tests, benches and chaos runs. */
    public static StackPlan throwaway() {
        Path home = stackHome();
        return new StackPlan(
                home,
                Throwaways.next(home),
                false,
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort());
    }

    /** The same, with parts that may be stopped and started again; its data is to be deleted by the caller. */
    public static StackPlan restartable() {
        StackPlan plan = throwaway();
        return new StackPlan(
                plan.home,
                plan.data,
                true,
                plan.appPort,
                plan.postgresPort,
                plan.kafkaPort,
                plan.keycloakPort,
                plan.smtpPort,
                plan.imapPort);
    }

    /** Fixed ports and data that stays, for {@code ./tocsin up}. */
    public static StackPlan lasting() {
        int app = Integer.getInteger("tocsin.port", 8080);
        return new StackPlan(
                stackHome(), stackHome().resolve("data"), true, app, app + 1, app + 2, app + 3, app + 4, app + 5);
    }

    private static Path stackHome() {
        return Path.of(System.getProperty("tocsin.stack.dir", ".tocsin")).toAbsolutePath();
    }

    public String appUrl() {
        return "http://127.0.0.1:" + appPort;
    }

    public String keycloakUrl() {
        return "http://127.0.0.1:" + keycloakPort;
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
