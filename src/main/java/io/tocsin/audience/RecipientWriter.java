package io.tocsin.audience;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Stores prepared persons: those who are new by COPY, straight into the table, since nobody else adds to the audience
 * meanwhile (its lock) and so nothing can be in the way.
 */
@ApplicationScoped
class RecipientWriter {
    private final DataSource database;
    private final KnownPersons known;
    private final AudienceLocks locks;
    private final SuppressionList suppressions;
    private final Clock clock;

    RecipientWriter(
            DataSource database, KnownPersons known, AudienceLocks locks, SuppressionList suppressions, Clock clock) {
        this.database = database;
        this.known = known;
        this.locks = locks;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /**
     * @param ids who each person is
     * @param created persons who are new
     * @param items items that are new
     */
    record Written(Map<ByteBuffer, UUID> ids, int created, int items) {}

    /** Call inside a transaction. */
    Written write(Audience audience, PersonRows persons) {
        locks.adding(audience);
        try (Connection connection = database.getConnection()) {
            Map<ByteBuffer, KnownPersons.Known> there = known.among(connection, audience.id(), persons.rows());
            List<PersonRows.Row> fresh = new ArrayList<>(persons.rows().size());
            List<PersonRows.Row> again = new ArrayList<>();
            Map<ByteBuffer, UUID> ids = HashMap.newHashMap(persons.rows().size());
            for (PersonRows.Row row : persons.rows()) {
                KnownPersons.Known same = there.get(row.key());
                (same == null ? fresh : again).add(row);
                ids.put(row.key(), same == null ? row.id() : same.id());
            }
            Set<ByteBuffer> suppressed = suppressions.among(connection, audience.centerId(), persons.rows());
            PGConnection copying = connection.unwrap(PGConnection.class);
            int items = 0;
            if (!fresh.isEmpty()) {
                copyPersons(copying, audience, fresh, suppressed);
                items = copyItems(copying, audience, fresh);
            }
            if (!again.isEmpty()) {
                items += known.fillGaps(connection, audience, again, there, suppressed);
            }
            return new Written(ids, fresh.size(), items);
        } catch (SQLException e) {
            throw new Sql.DatabaseException(e);
        }
    }

    private void copyPersons(
            PGConnection connection, Audience audience, List<PersonRows.Row> rows, Set<ByteBuffer> suppressed)
            throws SQLException {
        Instant now = clock.instant();
        BinaryCopy copy = new BinaryCopy(
                connection,
                "recipient",
                "id",
                "center_id",
                "audience_id",
                "person_key",
                "language",
                "zone",
                "country",
                "region",
                "phone_kind",
                "has_email",
                "phone_hash",
                "email_hash",
                "identity",
                "phone_name",
                "name_hash",
                "kana_hash",
                "personal",
                "attributes",
                "link_code",
                "suppressed_at",
                "created_at");
        try {
            for (PersonRows.Row row : rows) {
                NewRecipient person = row.person();
                copy.row();
                copy.uuid(row.id())
                        .uuid(audience.centerId())
                        .uuid(audience.id())
                        .bytes(row.key().array())
                        .text(person.language())
                        .text(person.zone().getId())
                        .text(person.country())
                        .text(person.region())
                        .text(
                                person.phone() == null
                                        ? null
                                        : person.phone().kind().name())
                        .bool(person.email() != null)
                        .bytes(row.phoneHash())
                        .bytes(row.emailHash())
                        .int4(Identity.of(person).rank())
                        .bytes(row.phoneAndName())
                        .int8(row.name())
                        .int8(row.kana())
                        .bytes(row.personal())
                        .json(row.attributes())
                        .text(LinkCodes.next())
                        .instant(SuppressionList.holds(suppressed, row) ? now : null)
                        .instant(now);
            }
            copy.end();
        } finally {
            copy.cancel();
        }
    }

    private static int copyItems(PGConnection connection, Audience audience, List<PersonRows.Row> rows)
            throws SQLException {
        BinaryCopy copy = new BinaryCopy(
                connection,
                "recipient_item",
                "id",
                "recipient_id",
                "audience_id",
                "center_id",
                "item_key",
                "model",
                "serial",
                "lot",
                "quantity",
                "attributes");
        try {
            for (PersonRows.Row row : rows) {
                for (PersonRows.Item item : row.items()) {
                    copy.row();
                    copy.uuid(item.id())
                            .uuid(row.id())
                            .uuid(audience.id())
                            .uuid(audience.centerId())
                            .bytes(item.key())
                            .text(item.item().model())
                            .text(item.item().serial())
                            .text(item.item().lot())
                            .int4(item.item().quantity())
                            .json(item.attributes());
                }
            }
            return (int) copy.end();
        } finally {
            copy.cancel();
        }
    }
}
