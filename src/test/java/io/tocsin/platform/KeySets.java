package io.tocsin.platform;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes key sets from outside the application, for benches. */
public final class KeySets {
    private KeySets() {}

    public static void create(DataSource database, String masterKey, UUID centerId) throws GeneralSecurityException {
        new CenterKeys(new Sql(database), Clock.systemUTC(), masterKey).create(centerId);
    }
}
