package io.tocsin.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Data of stacks that live as long as a process: each in a folder named after it. */
final class Throwaways {
    private Throwaways() {}

    static Path next(Path home) {
        return folder(home).resolve(ProcessHandle.current().pid() + "-" + System.nanoTime());
    }

    /** What killed processes left behind. */
    static void sweep(Path home) throws IOException {
        if (Files.notExists(folder(home))) {
            return;
        }
        List<Path> left;
        try (Stream<Path> all = Files.list(folder(home))) {
            left = all.filter(Throwaways::isOfNobody).toList();
        }
        for (Path data : left) {
            delete(data);
        }
    }

    static void delete(Path data) throws IOException {
        if (Files.notExists(data)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path folder(Path home) {
        return home.resolve("throwaway");
    }

    private static boolean isOfNobody(Path data) {
        String pid = data.getFileName().toString().replaceFirst("-.*", "");
        return pid.matches("[0-9]{1,9}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }
}
