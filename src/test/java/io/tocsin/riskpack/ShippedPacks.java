package io.tocsin.riskpack;

import io.tocsin.regime.RegimeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The packs under templates/, read without a running application. */
public final class ShippedPacks {
    public static final Path PACKS = Path.of("templates/packs");
    public static final Path REGIMES = Path.of("templates/regimes");

    private ShippedPacks() {}

    public static PackLoader loader(PackPart<?>... parts) {
        RegimeFolder regimes = RegimeFolder.read(REGIMES);
        return new PackLoader(List.of(parts), regimes.regimes()::keySet);
    }

    public static PackFiles files(Path root, String packId) {
        try {
            return new PackFolder(root).read(packId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RiskPack pack(String packId, PackPart<?>... parts) {
        return switch (loader(parts).load(packId, files(PACKS, packId))) {
            case PackLoader.Loaded loaded -> loaded.pack();
            case PackLoader.Broken broken -> throw new AssertionError(packId + " is broken: " + broken.findings());
        };
    }
}
