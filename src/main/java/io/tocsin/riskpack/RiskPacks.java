package io.tocsin.riskpack;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Finding;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.regime.Regimes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The packs in use. Read at start and again when a file changes; a broken pack is refused, its last good version stays,
 * and the others go on.
 */
@ApplicationScoped
public class RiskPacks {
    private static final Logger LOG = Logger.getLogger(RiskPacks.class);

    private final RiskPacksConfig config;
    private final RiskPackVersions versions;
    private final Clock clock;
    private final PackFolder folder;
    private final PackLoader loader;
    private final Map<String, RiskPack> current = new ConcurrentHashMap<>();
    private final Map<String, RefusedPack> refused = new ConcurrentHashMap<>();
    private final Map<String, RiskPack> pinned = new ConcurrentHashMap<>();
    private PackWatch watch;

    @Inject
    RiskPacks(
            RiskPacksConfig config,
            RiskPackVersions versions,
            @All List<PackPart<?>> parts,
            Regimes regimes,
            Clock clock) {
        this(config, versions, new PackLoader(parts, regimes::ids), clock);
    }

    RiskPacks(RiskPacksConfig config, RiskPackVersions versions, PackLoader loader, Clock clock) {
        this.config = config;
        this.versions = versions;
        this.clock = clock;
        this.folder = new PackFolder(Path.of(config.dir()));
        this.loader = loader;
    }

    void atStart(@Observes StartupEvent started) {
        LOG.infof("Risk packs: %s in use, %s refused", current.size(), refused.size());
    }

    @PostConstruct
    void begin() {
        watch = new PackWatch(folder, config.poll(), this::reload, this::forget);
        watch.lookNow();
        watch.start();
    }

    /** Reads what has changed, at once. */
    void lookNow() {
        watch.lookNow();
    }

    @PreDestroy
    void end() {
        watch.close();
    }

    /** The packs that a new center can be made from, by id. */
    public List<RiskPack> current() {
        return current.values().stream()
                .sorted(Comparator.comparing(RiskPack::id))
                .toList();
    }

    public Optional<RiskPack> current(String packId) {
        return Optional.ofNullable(current.get(packId));
    }

    public List<RefusedPack> refused() {
        return refused.values().stream()
                .sorted(Comparator.comparing(RefusedPack::packId))
                .toList();
    }

    /**
     * The version that a center launched with, whatever became of the files since.
     *
     * @throws io.tocsin.platform.ProblemException not-found, if this version was never taken
     */
    public RiskPack pinned(String packId, String version) {
        RiskPack latest = current.get(packId);
        if (latest != null && latest.version().equals(version)) {
            return latest;
        }
        return pinned.computeIfAbsent(packId + "@" + version, key -> parse(packId, version));
    }

    private RiskPack parse(String packId, String version) {
        PackFiles files = versions.files(packId, version)
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("There is no version %2$s of pack %1$s", "パック %1$s の版 %2$s はありません")
                                .with(packId, version)));
        return switch (loader.load(packId, files)) {
            case PackLoader.Loaded loaded -> loaded.pack();
            case PackLoader.Broken broken ->
                throw Problem.conflict(
                        "pack-unreadable",
                        Phrase.of(
                                        "This version of the pack was written for an earlier release and cannot be read: %s",
                                        "このパックの版は以前のリリース向けで、読み込めません: %s")
                                .with(broken.findings().getFirst()));
        };
    }

    private void reload(String packId) {
        PackFiles files;
        try {
            files = folder.read(packId);
        } catch (IOException e) {
            refuse(
                    packId,
                    "",
                    List.of(new Finding(
                            packId,
                            0,
                            Phrase.of("Cannot be read: %s", "読み込めません: %s").with(e.getMessage()))));
            return;
        }
        switch (loader.load(packId, files)) {
            case PackLoader.Loaded loaded -> accept(loaded.pack());
            case PackLoader.Broken broken -> refuse(packId, broken.version(), broken.findings());
        }
    }

    private void accept(RiskPack pack) {
        versions.keep(pack.id(), pack.version(), pack.files(), clock.instant());
        RiskPack before = current.put(pack.id(), pack);
        refused.remove(pack.id());
        if (before == null || !before.version().equals(pack.version())) {
            LOG.infof("Risk pack taken pack=%s version=%s", pack.id(), pack.version());
        }
    }

    private void refuse(String packId, String version, List<Finding> findings) {
        Optional<String> inUse = Optional.ofNullable(current.get(packId)).map(RiskPack::version);
        refused.put(packId, new RefusedPack(packId, version, clock.instant(), findings, inUse));
        LOG.warnf("Risk pack refused pack=%s findings=%s", packId, findings);
    }

    private void forget(Set<String> present) {
        current.keySet().retainAll(present);
        refused.keySet().retainAll(present);
    }
}
