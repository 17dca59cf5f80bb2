package io.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tocsin.stack.Api;
import io.tocsin.stack.ConsoleSession;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.DrillPeople;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may open and press what in the console: every page, with every role, on a center of one's own and on another's,
 * against the table in {@code rights.csv}. A page without a line in the table fails.
 */
@TocsinTest
class PageRightsTest {
    private static final java.nio.file.Path TABLE = java.nio.file.Path.of("src/test/resources/rights.csv");
    private static final Set<String> SEE_ALL = Set.of("ops", "auditor");
    private static final List<String> NOT_YOURS = List.of("or you do not belong to it", "所属していません");

    private record Right(String method, String path, Set<String> roles) {
        String name() {
            return method + " " + path;
        }
    }

    private enum Expected {
        REACHED,
        FORBIDDEN,
        HIDDEN,
        FORBIDDEN_OR_HIDDEN,
        LOG_IN;

        boolean isMetBy(ConsoleSession.Answer answer) {
            boolean hidden = answer.status() == 404 && NOT_YOURS.stream().anyMatch(answer.body()::contains);
            boolean toLogIn = answer.location() != null
                    && answer.location().startsWith(TestStack.get().plan().keycloakUrl());
            return switch (this) {
                case REACHED ->
                    answer.status() != 401 && answer.status() != 403 && answer.status() < 500 && !hidden && !toLogIn;
                case FORBIDDEN -> answer.status() == 403;
                case HIDDEN -> hidden;
                case FORBIDDEN_OR_HIDDEN -> answer.status() == 403 || hidden;
                case LOG_IN -> toLogIn;
            };
        }
    }

    @Test
    void everyPageHasALineInTheTableAndEveryLineAPage() throws IOException {
        assertThat(table().keySet()).isEqualTo(pages());
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() throws IOException {
        String own = DrillCenter.declare("noto-hotline", Map.of("profile", "standby"))
                .path();
        Map<String, ConsoleSession> people = new LinkedHashMap<>();
        for (String role : DrillPeople.ROLES) {
            String email = role + "@drill.example";
            DrillCenter.as("crisis-manager")
                    .put(own + "/members/" + email, null)
                    .expect(204);
            people.put(role, ConsoleSession.of(email));
        }
        String ownId = own.substring(own.lastIndexOf('/') + 1);
        String othersId = othersCenter();
        List<String> wrong = new ArrayList<>();
        for (Right right : table().values()) {
            check(right, "nobody", send(right, ownId, ConsoleSession.stranger()), Expected.LOG_IN, wrong);
            people.forEach((role, session) -> {
                boolean may = right.roles().contains(role);
                check(right, role, send(right, ownId, session), may ? Expected.REACHED : Expected.FORBIDDEN, wrong);
                if (right.path().contains("{centerId}")) {
                    Expected others = !may
                            ? Expected.FORBIDDEN_OR_HIDDEN
                            : SEE_ALL.contains(role) ? Expected.REACHED : Expected.HIDDEN;
                    check(right, role + " (another's center)", send(right, othersId, session), others, wrong);
                }
            });
        }
        assertThat(wrong).as("answers that the table does not allow").isEmpty();
    }

    @Test
    void aFormOnSomebodyElsesPageChangesNothing() {
        ConsoleSession manager = ConsoleSession.of("crisis-manager@drill.example");
        assertThat(manager.postFromElsewhere("/console/looks", "language=ja").status())
                .isEqualTo(403);
        assertThat(manager.post("/console/looks", "language=ja").status()).isEqualTo(303);
    }

    @Test
    void theSessionOfTheConsoleOpensNoEndpointOfTheApi() {
        ConsoleSession manager = ConsoleSession.of("crisis-manager@drill.example");
        assertThat(manager.get("/console/centers").status()).isEqualTo(200);
        assertThat(manager.get("/api/centers").status()).isEqualTo(401);
    }

    @Test
    void afterTheLogOutThePagesAskForTheLogInAgain() {
        ConsoleSession manager = ConsoleSession.of("crisis-manager@drill.example");
        assertThat(manager.post("/console/log-out", "").status()).isEqualTo(302);
        assertThat(manager.get("/console/centers").location())
                .startsWith(TestStack.get().plan().keycloakUrl());
    }

    private static void check(
            Right right, String who, ConsoleSession.Answer answer, Expected expected, List<String> wrong) {
        if (!expected.isMetBy(answer)) {
            wrong.add("%s by %s: expected %s but got %d %s"
                    .formatted(
                            right.name(),
                            who,
                            expected,
                            answer.status(),
                            answer.location() == null ? begin(answer.body()) : answer.location()));
        }
    }

    /** As much as tells what it is. */
    private static String begin(String body) {
        String main = body.substring(Math.max(0, body.indexOf("<main")));
        return main.substring(0, Math.min(main.length(), 400)).replaceAll("\\s+", " ");
    }

    private static ConsoleSession.Answer send(Right right, String centerId, ConsoleSession session) {
        String path = right.path()
                .replace("{centerId}", centerId)
                .replace("{pack}", "product-recall")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return right.method().equals("GET") ? session.get(path) : session.post(path, "");
    }

    private static String othersCenter() {
        TestStack.get().people().create("other-manager@drill.example", "crisis-manager");
        Api other = DrillCenter.person("other-manager@drill.example");
        return other.post("/api/centers", DrillCenter.declaration("noto-hotline", Map.of("profile", "standby")))
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    /** Read from the classes themselves: pages stand in no document. */
    private static Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tocsin").stream()
                        .filter(c -> c.isAnnotatedWith(Path.class)
                                && c.getAnnotationOfType(Path.class).value().startsWith("/console"))
                        .map(c -> c.reflect())
                        .forEach(c -> Arrays.stream(c.getDeclaredMethods())
                                .flatMap(m -> verb(m).map(v -> v + " " + path(c, m)))
                                .forEach(pages::add));
        return pages;
    }

    private static Stream<String> verb(Method method) {
        return method.isAnnotationPresent(GET.class)
                ? Stream.of("GET")
                : method.isAnnotationPresent(POST.class) ? Stream.of("POST") : Stream.empty();
    }

    private static String path(Class<?> page, Method method) {
        Path below = method.getAnnotation(Path.class);
        return page.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    }

    private static Map<String, Right> table() throws IOException {
        Map<String, Right> table = new TreeMap<>();
        Files.readAllLines(TABLE).stream()
                .filter(l -> l.contains("/console"))
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split("\\s*,\\s*"))
                .map(c -> new Right(c[0], c[1], Arrays.stream(c[2].split(" +")).collect(Collectors.toSet())))
                .forEach(r -> table.put(r.name(), r));
        return table;
    }
}
