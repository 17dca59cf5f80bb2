package io.tocsin.riskpack;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Every version of a pack that was ever taken, so that a center keeps the one that it launched with. */
@ApplicationScoped
class RiskPackVersions {
    private final DataSource db;

    RiskPackVersions(DataSource db) {
        this.db = db;
    }

    void keep(String packId, String version, PackFiles files, Instant at) {
        try (Connection connection = db.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into risk_pack_version (pack_id, version, files, loaded_at)
                        values (?, ?, ?::jsonb, ?) on conflict do nothing""")) {
            insert.setString(1, packId);
            insert.setString(2, version);
            insert.setString(3, Json.write(files.texts()));
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep version " + version + " of pack " + packId, e);
        }
    }

    Optional<PackFiles> files(String packId, String version) {
        try (Connection connection = db.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select files from risk_pack_version where pack_id = ? and version = ?")) {
            select.setString(1, packId);
            select.setString(2, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(parse(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read version " + version + " of pack " + packId, e);
        }
    }

    private static PackFiles parse(String json) {
        Map<String, String> texts = new TreeMap<>();
        JsonNode tree = Json.tree(json);
        tree.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return new PackFiles(texts);
    }
}
