package io.tocsin.telephony;

import io.tocsin.platform.Finding;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.NumberType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Estimates of what numbers cost and take, read from one file at the first use. If that cannot be used, nothing is known
 * and every preview says so; nothing else depends on it.
 */
@ApplicationScoped
public class Tariffs {
    private static final Logger LOG = Logger.getLogger(Tariffs.class);

    private final Path file;
    private final TwilioConfig accounts;
    private volatile TariffFile.Book book;

    @Inject
    Tariffs(
            @ConfigProperty(name = "tocsin.tariffs.file", defaultValue = "templates/tariffs.yaml") String file,
            TwilioConfig accounts) {
        this.file = Path.of(file);
        this.accounts = accounts;
    }

    /** Of the prices, ISO 4217; empty where none are known. */
    public String currency() {
        return book().currency();
    }

    /** Year and month in which the prices were looked up. */
    public String checked() {
        return book().checked();
    }

    public int minutesPerCall() {
        return book().minutesPerCall();
    }

    public Tariff of(String country, NumberType type) {
        return book().of(country, type);
    }

    /** Until a number that is bought answers: the papers that the carrier wants may be with it already. */
    public LeadTime lead(Mode mode, String country, NumberType type) {
        Tariff tariff = of(country, type);
        return mode == Mode.DRILL || tariff.papers() && hasPapers(mode, country, type)
                ? LeadTime.MINUTES
                : tariff.lead();
    }

    private boolean hasPapers(Mode mode, String country, NumberType type) {
        String key = country.toLowerCase(Locale.ROOT);
        TwilioConfig.Account account =
                switch (mode) {
                    case LIVE -> accounts.live();
                    case DRILL -> accounts.drill();
                };
        return List.of(key, key + "-" + type.word()).stream()
                .anyMatch(k -> account.bundleSid().containsKey(k)
                        || account.addressSid().containsKey(k));
    }

    private TariffFile.Book book() {
        if (book == null) {
            book = read(file);
        }
        return book;
    }

    static TariffFile.Book read(Path file) {
        Findings wrong = new Findings();
        String name = file.getFileName().toString();
        TariffFile.Book read = TariffFile.Book.EMPTY;
        try {
            read = TariffFile.read(name, Files.readString(file), wrong);
        } catch (IOException e) {
            wrong.add(name, 0, Phrase.of("Cannot be read: %s", "読み込めません: %s").with(e.getMessage()));
        }
        for (Finding finding : wrong.all()) {
            LOG.errorf("Tariffs refused, the plan preview shows no prices finding=%s", finding);
        }
        return wrong.isEmpty() ? read : TariffFile.Book.EMPTY;
    }
}
