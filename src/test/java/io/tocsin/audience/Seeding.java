package io.tocsin.audience;

import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.KeySets;
import io.tocsin.platform.Sqls;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Fills an audience from outside the application, for benches and chaos runs. */
public final class Seeding {
    private Seeding() {}

    public static void add(DataSource database, String masterKey, Audience audience, List<NewRecipient> people)
            throws GeneralSecurityException {
        CenterKeys keys = KeySets.of(database, masterKey);
        Clock clock = Clock.systemUTC();
        Hashes hashes = new Hashes(keys);
        Personal personal = new Personal(keys);
        RecipientWriter writer = new RecipientWriter(
                database,
                new KnownPersons(hashes, personal, clock),
                new AudienceLocks(Sqls.of(database)),
                new SuppressionList(),
                clock);
        writer.write(audience, PersonRows.of(audience.centerId(), people, hashes, personal, clock.instant()));
    }
}
