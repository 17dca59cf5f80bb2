package io.tocsin.platform;

import javax.sql.DataSource;

/** Plain SQL from outside the application. */
public final class Sqls {
    private Sqls() {}

    public static Sql of(DataSource database) {
        return new Sql(database);
    }
}
