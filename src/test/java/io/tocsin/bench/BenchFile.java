package io.tocsin.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a benchmark leaves behind: {@code target/bench/<name>.json}. */
final class BenchFile {
    private BenchFile() {}

    static void write(String name, double ratio, double subject, double baseline, ObjectNode details) {
        ObjectNode result = Json.object();
        result.put("name", name);
        result.put("ratio", rounded(ratio));
        result.put("subject", rounded(subject));
        result.put("baseline", rounded(baseline));
        result.set("details", details);
        try {
            Path file = Path.of("target/bench/" + name + ".json");
            Files.createDirectories(file.getParent());
            String text = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result);
            Files.writeString(file, text);
            System.out.println(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
