package io.tocsin.riskpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.platform.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskPacksTest {
    @TempDir
    Path root;

    /** Packs are read side by side, and each reader keeps its own. */
    private final Map<String, PackFiles> kept = new ConcurrentHashMap<>();

    private RiskPacks packs;

    @BeforeEach
    void startWithTwoPacks() throws IOException {
        copyGoodPack("one");
        copyGoodPack("two");
        packs = new RiskPacks(new Config(root), new KeptInMemory(), ShippedPacks.loader(), Clock.systemUTC());
        packs.begin();
    }

    @AfterEach
    void stop() {
        packs.end();
    }

    @Test
    void aBrokenPackIsRefusedItsLastGoodVersionStaysAndTheOthersGoOn() throws IOException {
        String good = packs.current("one").orElseThrow().version();
        Files.writeString(root.resolve("one/faq.yaml"), "entries:\n  - id: One\n");
        append("two/closing.yaml", "\n# newer");

        packs.lookNow();

        assertThat(packs.current("one").orElseThrow().version()).isEqualTo(good);
        assertThat(packs.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.packId()).isEqualTo("one");
            assertThat(refused.inUse()).contains(good);
            assertThat(refused.findings())
                    .extracting(f -> f.file() + ":" + f.line())
                    .contains("faq.yaml:2");
        });
        assertThat(packs.current("two").orElseThrow().files().texts().get("closing.yaml"))
                .endsWith("# newer");
    }

    @Test
    void aCorrectedPackIsTakenAgain() throws IOException {
        String faq = Files.readString(root.resolve("one/faq.yaml"));
        Files.writeString(root.resolve("one/faq.yaml"), "entries: {");
        packs.lookNow();

        Files.writeString(root.resolve("one/faq.yaml"), faq + "\n# corrected");
        packs.lookNow();

        assertThat(packs.refused()).isEmpty();
        assertThat(packs.current("one").orElseThrow().files().texts().get("faq.yaml"))
                .endsWith("# corrected");
    }

    @Test
    void aCenterKeepsTheVersionThatItLaunchedWith() throws IOException {
        String launched = packs.current("one").orElseThrow().version();
        append("one/closing.yaml", "\n# newer");
        packs.lookNow();

        assertThat(packs.current("one").orElseThrow().version()).isNotEqualTo(launched);
        assertThat(packs.pinned("one", launched).version()).isEqualTo(launched);
        assertThatThrownBy(() -> packs.pinned("one", "never")).isInstanceOf(ProblemException.class);
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(root.resolve(file), Files.readString(root.resolve(file)) + text);
    }

    private void copyGoodPack(String id) throws IOException {
        PackFiles good = ShippedPacks.files(Path.of("src/test/resources/packs"), "good");
        for (Map.Entry<String, String> file : good.texts().entrySet()) {
            Path path = root.resolve(id).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private record Config(Path root) implements RiskPacksConfig {
        @Override
        public String dir() {
            return root.toString();
        }

        @Override
        public Duration poll() {
            return Duration.ofDays(1);
        }
    }

    private final class KeptInMemory extends RiskPackVersions {
        KeptInMemory() {
            super(null);
        }

        @Override
        void keep(String packId, String version, PackFiles files, Instant at) {
            kept.put(packId + version, files);
        }

        @Override
        Optional<PackFiles> files(String packId, String version) {
            return Optional.ofNullable(kept.get(packId + version));
        }
    }
}
