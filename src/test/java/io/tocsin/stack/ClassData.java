package io.tocsin.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the JVM keeps what a training run loaded; which form depends on its version. */
final class ClassData {
    private static final boolean AHEAD_OF_TIME = Runtime.version().feature() >= 25;
    static final String FILE = AHEAD_OF_TIME ? "app.aot" : "app.jsa";

    private ClassData() {}

    static String recordFlag() {
        return (AHEAD_OF_TIME ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + FILE;
    }

    /** What a start needs to use it; nothing where there is none. */
    static List<String> useFlags(Path folder) {
        return Files.exists(folder.resolve(FILE))
                ? List.of((AHEAD_OF_TIME ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + FILE)
                : List.of();
    }
}
