package io.tocsin.platform;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes key sets from outside the application, for benches and tests. */
public final class KeySets {
    private KeySets() {}

    public static void create(DataSource database, String masterKey, UUID centerId) throws GeneralSecurityException {
        of(database, masterKey).create(centerId);
    }

    public static CenterKeys of(DataSource database, String masterKey) throws GeneralSecurityException {
        return new CenterKeys(new Sql(database), Clock.systemUTC(), masterKey);
    }
}
