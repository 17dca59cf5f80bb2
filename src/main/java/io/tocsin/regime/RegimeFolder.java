package io.tocsin.regime;

import io.tocsin.platform.Finding;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a directory of regimes holds.
 *
 * @param regimes the readable ones, by id
 * @param findings everything wrong with the others
 */
public record RegimeFolder(Map<String, Regime> regimes, List<Finding> findings) {

    public static RegimeFolder read(Path directory) {
        Map<String, Regime> regimes = new TreeMap<>();
        List<Finding> wrong = new ArrayList<>();
        for (Path path : files(directory, wrong)) {
            String file = path.getFileName().toString();
            String id = file.substring(0, file.length() - ".yaml".length());
            Findings findings = new Findings();
            try {
                Regime regime = RegimeFile.read(id, file, Files.readString(path), findings);
                if (findings.isEmpty()) {
                    regimes.put(id, regime);
                }
            } catch (IOException e) {
                findings.add(
                        file, 0, Phrase.of("Cannot be read: %s", "読み込めません: %s").with(e.getMessage()));
            }
            wrong.addAll(findings.all());
        }
        return new RegimeFolder(Map.copyOf(regimes), List.copyOf(wrong));
    }

    private static List<Path> files(Path directory, List<Finding> wrong) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(f -> f.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            wrong.add(new Finding(
                    directory.toString(), 0, Phrase.of("This directory cannot be read", "このフォルダーを読み込めません")));
            return List.of();
        }
    }
}
