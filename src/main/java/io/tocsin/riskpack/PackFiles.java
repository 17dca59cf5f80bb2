package io.tocsin.riskpack;

import io.tocsin.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
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

    /** SHA-256 in hex over the sorted paths and texts. */
    public String hash() {
        MessageDigest digest = Sha256.digest();
        texts.forEach((path, text) -> {
            add(digest, path);
            add(digest, text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The length goes first, so that no two lists of texts can look the same. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
