package io.tocsin.riskpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWatchTest {
    @TempDir
    Path root;

    private final List<String> read = new ArrayList<>();
    private Set<String> present = Set.of();
    private PackWatch watch;

    @BeforeEach
    void watchOnePack() throws IOException {
        write("one/pack.yaml", "a");
        watch = new PackWatch(new PackFolder(root), Duration.ofDays(1), read::add, p -> present = p);
        watch.lookNow();
    }

    @Test
    void everyPackIsReadAtStart() {
        assertThat(read).containsExactly("one");
    }

    @Test
    void nothingIsReadAgainWhileNothingChanges() {
        watch.look();
        watch.look();

        assertThat(read).containsExactly("one");
    }

    @Test
    void aChangedFileIsReadOnceItIsStill() throws IOException {
        write("one/pack.yaml", "longer");
        watch.look();
        assertThat(read).as("while it may still be written").containsExactly("one");

        watch.look();
        assertThat(read).containsExactly("one", "one");
    }

    @Test
    void aNewPackIsFoundAndARemovedOneForgotten() throws IOException {
        write("two/pack.yaml", "b");
        Files.delete(root.resolve("one/pack.yaml"));
        Files.delete(root.resolve("one"));

        watch.lookNow();

        assertThat(read).containsExactly("one", "two");
        assertThat(present).containsExactly("two");
    }

    @Test
    void filesOfEditorsAreNoPartOfAPack() throws IOException {
        write("one/.pack.yaml.swp", "x");
        write("one/pack.yaml~", "x");

        watch.lookNow();

        assertThat(read).containsExactly("one");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
