package io.tocsin.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks which contacts of new recipients have opted out before. */
@ApplicationScoped
class SuppressionList {
    Set<ByteBuffer> among(Connection connection, UUID centerId, Collection<PersonRows.Row> rows) throws SQLException {
        try (PreparedStatement any =
                connection.prepareStatement("select 1 from suppression where center_id = ? limit 1")) {
            any.setObject(1, centerId);
            try (ResultSet row = any.executeQuery()) {
                if (!row.next()) {
                    return Set.of();
                }
            }
        }
        byte[][] contacts = rows.stream()
                .flatMap(r -> Stream.of(r.phoneHash(), r.emailHash()))
                .filter(Objects::nonNull)
                .toArray(byte[][]::new);
        Array wanted = connection.createArrayOf("bytea", contacts);
        try (PreparedStatement find = connection.prepareStatement(
                "select contact_hash from suppression where center_id = ? and contact_hash = any(?)")) {
            find.setObject(1, centerId);
            find.setArray(2, wanted);
            Set<ByteBuffer> found = new HashSet<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.add(ByteBuffer.wrap(row.getBytes(1)));
                }
            }
            return found;
        } finally {
            wanted.free();
        }
    }

    static boolean holds(Set<ByteBuffer> suppressed, PersonRows.Row row) {
        return !suppressed.isEmpty()
                && ((row.phoneHash() != null && suppressed.contains(ByteBuffer.wrap(row.phoneHash())))
                        || (row.emailHash() != null && suppressed.contains(ByteBuffer.wrap(row.emailHash()))));
    }
}
