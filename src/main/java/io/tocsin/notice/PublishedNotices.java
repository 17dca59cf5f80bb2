package io.tocsin.notice;

import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The ledger of published notices: everything that was ever public, for readers and for the evidence. */
@ApplicationScoped
public class PublishedNotices {
    private final DataSource db;

    PublishedNotices(DataSource db) {
        this.db = db;
    }

    /** All notices of a center, withdrawn ones included, in the order of their publication. */
    public List<PublishedNotice> all(UUID centerId) {
        return select("where center_id = ? order by published_at, id", centerId);
    }

    /** What is public of a center now. */
    public List<PublishedNotice> live(UUID centerId) {
        return select("where center_id = ? and withdrawn_at is null order by resource_name", centerId);
    }

    Optional<PublishedNotice> live(UUID centerId, String resourceName) {
        return select("where center_id = ? and resource_name = ? and withdrawn_at is null", centerId, resourceName)
                .stream()
                .findFirst();
    }

    /** The newest web page in a language, public or withdrawn: a public one first. */
    Optional<PublishedNotice> page(UUID centerId, String language) {
        return select(
                        "where center_id = ? and channel = 'web' and language = ?"
                                + " order by withdrawn_at is null desc, published_at desc limit 1",
                        centerId,
                        language)
                .stream()
                .findFirst();
    }

    /** Puts a notice in the place of what stood under its resource name, at once for every reader. */
    void publish(PublishedNotice notice) throws SQLException {
        try (Connection connection = db.getConnection()) {
            connection.setAutoCommit(false);
            try {
                withdraw(connection, notice.centerId(), notice.resourceName(), notice.publishedAt());
                insert(connection, notice);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    void withdraw(UUID centerId, String resourceName, Instant at) throws SQLException {
        try (Connection connection = db.getConnection()) {
            withdraw(connection, centerId, resourceName, at);
        }
    }

    private static void withdraw(Connection connection, UUID centerId, String resourceName, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update published_notice set withdrawn_at = ?
                where center_id = ? and resource_name = ? and withdrawn_at is null""")) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setObject(2, centerId);
            update.setString(3, resourceName);
            update.executeUpdate();
        }
    }

    private static void insert(Connection connection, PublishedNotice p) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into published_notice (id, center_id, resource_name, mode, name, channel, language,
                    facts_version, subject, body, sha256, organization, center_number, closing, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            int i = 1;
            insert.setObject(i++, p.id());
            insert.setObject(i++, p.centerId());
            insert.setString(i++, p.resourceName());
            insert.setString(i++, p.mode().name());
            insert.setString(i++, p.notice().name());
            insert.setString(i++, p.notice().channel().code());
            insert.setString(i++, p.notice().language());
            insert.setInt(i++, p.factsVersion());
            insert.setString(i++, p.notice().subject());
            insert.setString(i++, p.notice().body());
            insert.setString(i++, p.notice().sha256());
            insert.setString(i++, p.organization());
            insert.setString(i++, p.centerNumber());
            insert.setString(i++, p.closing());
            insert.setObject(i, p.publishedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private List<PublishedNotice> select(String where, Object... arguments) {
        try (Connection connection = db.getConnection();
                PreparedStatement select = connection.prepareStatement("select * from published_notice " + where)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            List<PublishedNotice> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read published notices", e);
        }
    }

    private static PublishedNotice read(ResultSet row) throws SQLException {
        return new PublishedNotice(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getString("resource_name"),
                Mode.valueOf(row.getString("mode")),
                new RenderedNotice(
                        row.getString("name"),
                        Channel.of(row.getString("channel")).orElseThrow(),
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("body")),
                row.getInt("facts_version"),
                row.getString("organization"),
                row.getString("center_number"),
                row.getString("closing"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
