package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Lists as companies have them, one folder each: {@code list.*} as it was sent, {@code audience.json} with the defaults,
 * {@code mapping.json} if the guess was corrected; {@code mapping.out}, {@code recipients.out} and {@code set-aside.out}
 * are what must come of it.
 */
class ListsGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/audience/lists");
    private static final Set<String> FILES = Set.of(
            "audience.json", "mapping.json", "mapping.out", "recipients.out", "set-aside.out", "README.md");

    @TestFactory
    Stream<DynamicTest> everyListBecomesTheRecipientsBesideIt() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<Path> cases = folders.sorted().toList();
            assertThat(cases).as("cases").hasSizeGreaterThan(5);
            return cases.stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        Path list = list(folder);
        var defaults = Json.tree(Files.readString(folder.resolve("audience.json")));
        Audience audience = new Audience(
                new UUID(0, 1),
                new UUID(0, 2),
                "golden",
                defaults.path("country").asText(),
                defaults.path("language").asText(),
                defaults.path("zone").asText(null),
                "manager@drill.example",
                Instant.EPOCH,
                0);
        ListFormat format;
        try (InputStream in = Files.newInputStream(list)) {
            format = ListFormats.of(in);
        }
        Mapping mapping = ColumnGuess.of(format, rows(format, list), audience.country());
        compare(folder.resolve("mapping.out"), written(mapping));
        Path corrected = folder.resolve("mapping.json");
        if (Files.exists(corrected)) {
            Mapping given = Json.read(Files.readString(corrected), Mapping.class);
            given.check(mapping);
            mapping = given;
        }
        List<ListRow> rows = rows(mapping.listFormat(), list);
        RowCleaner cleaner = new RowCleaner(mapping, audience);
        Map<String, NewRecipient> persons = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (ListRow row : rows.subList(mapping.headerRow(), rows.size())) {
            if (row.isBlank()) {
                continue;
            }
            RowCleaner.Cleaned cleaned = cleaner.clean(row);
            if (cleaned.person() != null) {
                persons.merge(PersonKey.of(cleaned.person()), cleaned.person(), Merging::fillGaps);
            }
            if (!cleaned.remarks().isEmpty()) {
                remarks.add("line %d %s: %s"
                        .formatted(
                                row.line(), cleaned.person() == null ? "set aside" : "taken", cleaned.remarks()));
            }
        }
        compare(
                folder.resolve("recipients.out"),
                persons.values().stream().map(ListsGoldenTest::written).collect(Collectors.joining("\n")));
        compare(folder.resolve("set-aside.out"), String.join("\n", remarks));
    }

    private static Path list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> unknown = files.filter(f -> !FILES.contains(f.getFileName().toString()))
                    .toList();
            assertThat(unknown).as("files of %s besides the known ones: the list", folder).hasSize(1);
            return unknown.getFirst();
        }
    }

    private static List<ListRow> rows(ListFormat format, Path list) throws IOException {
        List<ListRow> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(list);
                ListReader reader = ListReader.open(format, in)) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static String written(Mapping mapping) {
        return mapping.format() + " " + mapping.encoding() + " "
                + (mapping.delimiter() == null ? "" : mapping.delimiter().replace("\t", "tab")) + " header in row "
                + mapping.headerRow() + "\n"
                + mapping.columns().stream()
                        .map(c -> c.header() + " -> " + c.to())
                        .collect(Collectors.joining("\n"));
    }

    private static String written(NewRecipient r) {
        String items = r.items().stream()
                .map(i -> "\n    " + Stream.of(i.model(), i.serial(), i.lot())
                        .map(v -> v == null ? "?" : v)
                        .collect(Collectors.joining(" / "))
                        + " x " + i.quantity() + (i.attributes().isEmpty() ? "" : " " + new TreeMap<>(i.attributes())))
                .distinct()
                .collect(Collectors.joining());
        return "%s %s | %s | %s %s %s %s | %s%s%s"
                .formatted(
                        r.phone() == null ? "-" : r.phone().e164(),
                        r.phone() == null ? "" : r.phone().kind(),
                        r.email() == null ? "-" : r.email(),
                        r.language(),
                        r.zone(),
                        r.country(),
                        r.region() == null ? "-" : r.region(),
                        new TreeMap<>(r.fields()),
                        r.attributes().isEmpty() ? "" : " | " + new TreeMap<>(r.attributes()),
                        items);
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("tocsin.golden.write")) {
            Files.writeString(expected, actual + "\n");
        }
        assertThat(actual)
                .as("what comes of %s; read it, and if it is right, write it there", expected.getParent())
                .isEqualTo(Files.readString(expected).strip());
    }
}
