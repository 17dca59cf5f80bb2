package io.tocsin.regime;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The regimes that Tocsin knows, read at start; a broken file is left out and said, the others hold. */
@ApplicationScoped
public class Regimes {
    private static final Logger LOG = Logger.getLogger(Regimes.class);

    private final RegimeFolder folder;

    Regimes(RegimesConfig config) {
        this.folder = RegimeFolder.read(Path.of(config.dir()));
        folder.findings().forEach(f -> LOG.errorf("Regime refused finding=%s", f));
    }

    public Set<String> ids() {
        return folder.regimes().keySet();
    }

    public Optional<Regime> regime(String id) {
        return Optional.ofNullable(folder.regimes().get(id));
    }

    /** What is wrong with the files that were left out. */
    public List<Finding> findings() {
        return folder.findings();
    }

    /**
     * Those that apply to a center.
     *
     * @param ids what the center's pack names for its jurisdictions
     */
    public List<Regime> applicable(
            Collection<String> ids, String packId, Collection<String> jurisdictions, JsonNode facts) {
        return ids.stream()
                .map(folder.regimes()::get)
                .filter(Objects::nonNull)
                .filter(r -> r.appliesTo(packId, jurisdictions, facts))
                .toList();
    }
}
