package io.tocsin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house (see the design, "The house"). */
class HouseTest {
    /** From the ground up: a room may use rooms on lower floors only, and nothing beside it. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("platform"),
            List.of("event", "regime", "drill", "console"),
            List.of("provisioning", "riskpack"),
            List.of("telephony", "ivr", "notice"),
            List.of("seat"),
            List.of("center"),
            List.of("audience"),
            List.of("announcement", "campaign"),
            List.of("inquiry"),
            List.of("site", "desk"),
            List.of("closure"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tocsin");

    @TestFactory
    Stream<DynamicTest> aRoomUsesOnlyRoomsBelowIt() {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (List<String> floor : FLOORS) {
            List<String> allowed = List.copyOf(below);
            floor.forEach(room -> tests.add(DynamicTest.dynamicTest(room, () -> usesOnly(room, allowed))));
            below.addAll(floor);
        }
        return tests.stream();
    }

    private static void usesOnly(String room, List<String> below) {
        List<String> allowed = new ArrayList<>(List.of("io.tocsin." + room + ".."));
        below.forEach(r -> allowed.add("io.tocsin." + r + ".."));
        noClasses()
                .that()
                .resideInAPackage("io.tocsin." + room + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.tocsin..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .because("a room uses only rooms below it")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void everyRoomHasItsFloor() {
        List<String> rooms = FLOORS.stream()
                .flatMap(List::stream)
                .map(r -> "io.tocsin." + r + "..")
                .toList();
        classes().should().resideInAnyPackage(rooms.toArray(String[]::new)).check(HOUSE);
    }

    @Test
    void roomsDoNotGoInCircles() {
        slices().matching("io.tocsin.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void provisioningAndEventKnowNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage("io.tocsin.provisioning..", "io.tocsin.event..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.tocsin..")
                        .and(not(resideInAnyPackage(
                                "io.tocsin.provisioning..", "io.tocsin.event..", "io.tocsin.platform.."))))
                .check(HOUSE);
    }

    @Test
    void onlyTelephonySpeaksToTheCarrierAndOnlyIvrWritesItsMarkup() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tocsin.telephony..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.twilio..").and(not(resideInAPackage("com.twilio.twiml.."))))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tocsin.telephony..", "io.tocsin.ivr..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.twilio.twiml..")
                .check(HOUSE);
    }

    @Test
    void onlySeatSpeaksToKeycloaksAdminApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tocsin.seat..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.keycloak..")
                .check(HOUSE);
    }

    @Test
    void theTimeOfDayComesFromTheClock() {
        String because = "an injected Clock can be set in a test";
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").because(because).check(HOUSE);
        }
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .because(because)
                .check(HOUSE);
    }

    @Test
    void whatAClassNeedsIsInItsConstructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(HOUSE);
        noFields().should().beAnnotatedWith(ConfigProperty.class).check(HOUSE);
    }
}
