package io.tocsin.riskpack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A pack's files as they were read: path within the pack (with {@code /}) to text. The pack's version is their hash. */
public record PackFiles(Map<String, String> texts) {
    public PackFiles {
        texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** Paths directly or deeper below a folder, in order. */
    public List<String> below(String folder) {
        return texts.keySet().stream().filter(p -> p.startsWith(folder + "/")).toList();
    }
}
