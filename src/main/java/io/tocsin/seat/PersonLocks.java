package io.tocsin.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Lets one replica at a time touch a person who already exists in Keycloak: otherwise one center could remove somebody
 * for good while another is just taking them in.
 */
@ApplicationScoped
class PersonLocks {
    private final DataSource database;

    PersonLocks(DataSource database) {
        this.database = database;
    }

    <T> T whileHolding(String email, Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            lockOrUnlock(connection, "select pg_advisory_lock(hashtextextended(?, 3))", email);
            try {
                return work.get();
            } finally {
                lockOrUnlock(connection, "select pg_advisory_unlock(hashtextextended(?, 3))", email);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a person could not be locked", e);
        }
    }

    private static void lockOrUnlock(Connection connection, String statement, String email) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, email);
            prepared.execute();
        }
    }
}
