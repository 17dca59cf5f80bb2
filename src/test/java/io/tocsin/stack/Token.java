package io.tocsin.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;

/** Behind {@code ./tocsin token}: a bearer token of a person of the running stack, and nothing else, on standard output. */
public final class Token {
    private Token() {}

    /** @param arguments a role, or the e-mail address of somebody who was invited to a seat */
    public static void main(String[] arguments) {
        try {
            if (arguments.length != 1) {
                throw new IllegalStateException("say whose: ./tocsin token " + String.join("|", DrillPeople.ROLES)
                        + ", or ./tocsin token agent01@drill.example");
            }
            System.out.println(token(arguments[0]));
        } catch (IllegalStateException e) {
            System.err.println("tocsin: " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println(
                    "tocsin: Keycloak does not answer (" + e.getCause().getMessage() + ")");
            System.exit(1);
        }
    }

    private static String token(String whose) {
        StackPlan plan = StackPlan.lasting();
        refuseWhereNothingRuns(plan);
        DrillPeople people = new DrillPeople(
                new KeycloakProcess(plan, new Secrets(plan.home()).get("keycloak.admin")), new Secrets(plan.data()));
        if (whose.contains("@")) {
            // stands in for the link in the invitation, which the embedded mail server keeps to itself
            people.finishFirstLogin(whose);
            return people.token(whose);
        }
        if (!DrillPeople.ROLES.contains(whose)) {
            throw new IllegalStateException(
                    "there is no role '" + whose + "'; there are " + String.join(", ", DrillPeople.ROLES));
        }
        return people.tokenOf(whose);
    }

    private static void refuseWhereNothingRuns(StackPlan plan) {
        boolean secrets = Files.exists(plan.data().resolve("secrets.properties"));
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress("127.0.0.1", plan.keycloakPort()), 1000);
        } catch (IOException e) {
            secrets = false;
        }
        if (!secrets) {
            throw new IllegalStateException("no stack runs at port " + plan.appPort()
                    + "; start ./tocsin up, or set TOCSIN_PORT to the port of the one that runs");
        }
    }
}
