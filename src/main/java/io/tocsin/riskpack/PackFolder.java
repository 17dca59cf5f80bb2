package io.tocsin.riskpack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The directory of packs on disk. */
final class PackFolder {
    private final Path root;

    PackFolder(Path root) {
        this.root = root;
    }

    /** Ids of the packs there: the names of the folders. */
    List<String> packIds() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .filter(n -> !n.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** @throws IOException if a file cannot be read, or is no text in UTF-8 */
    PackFiles read(String packId) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path folder = root.resolve(packId);
        for (Path file : files(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            try {
                texts.put(path, Files.readString(file));
            } catch (java.nio.charset.CharacterCodingException e) {
                throw new IOException(path + " is not text in UTF-8", e);
            }
        }
        return new PackFiles(texts);
    }

    /** Changes whenever a file of the pack is written, added or removed; cheap enough to ask every second. */
    String fingerprint(String packId) throws IOException {
        StringBuilder print = new StringBuilder();
        for (Path file : files(root.resolve(packId))) {
            print.append(file)
                    .append('|')
                    .append(Files.getLastModifiedTime(file))
                    .append('|')
                    .append(Files.size(file))
                    .append('\n');
        }
        return print.toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(PackFolder::belongs)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Editors leave their own files beside the author's. */
    private static boolean belongs(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".txt") || name.endsWith(".html"));
    }
}
