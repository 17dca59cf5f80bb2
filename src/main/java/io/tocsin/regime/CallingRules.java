package io.tocsin.regime;

import io.tocsin.platform.Finding;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The calling hours of every country, read at start from one file. If that cannot be used, the strictest hours we know
 * hold for all until it is mended: nobody is called at night because of a typing error.
 */
@ApplicationScoped
public class CallingRules {
    private static final Logger LOG = Logger.getLogger(CallingRules.class);

    private final CallingHoursFile.Rules rules;
    private final List<Finding> findings;

    @Inject
    CallingRules(RegimesConfig config) {
        this(Path.of(config.callingHours()));
    }

    CallingRules(Path file) {
        Findings wrong = new Findings();
        CallingHoursFile.Rules read = CallingHoursFile.Rules.STRICT;
        String name = file.getFileName().toString();
        try {
            read = CallingHoursFile.read(name, Files.readString(file), wrong);
        } catch (IOException e) {
            wrong.add(name, 0, Phrase.of("Cannot be read: %s", "読み込めません: %s").with(e.getMessage()));
        }
        this.findings = wrong.all();
        this.rules = wrong.isEmpty() ? read : CallingHoursFile.Rules.STRICT;
        findings.forEach(f -> LOG.errorf("Calling hours refused, the strictest hold finding=%s", f));
    }

    /** What is wrong with the file. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * @param zone null, or a zone in which nobody lives (UTC), if not known: then every zone of the country counts
     * @param country of the called party, ISO 3166; null if not known
     */
    public CallingHours hours(ZoneId zone, String country) {
        String known = country == null ? "" : country;
        Set<ZoneId> zones = isPlace(zone) ? Set.of(zone) : CountryZones.of(known);
        return new CallingHours(zones, rules.of(known), known);
    }

    private static boolean isPlace(ZoneId zone) {
        return zone != null && zone.getId().contains("/") && !zone.getId().startsWith("Etc/");
    }
}
