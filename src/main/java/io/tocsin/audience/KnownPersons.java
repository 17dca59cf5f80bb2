package io.tocsin.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Persons of a batch whom the audience has already: what was missing about them is filled in. */
@ApplicationScoped
class KnownPersons {
    private static final String FIND = """
            select person_key, id, region, phone_kind, personal, attributes from recipient
             where audience_id = ? and person_key = any(?)""";
    private static final String FILL = """
            update recipient set region = ?, phone_kind = ?, has_email = ?, phone_hash = ?, email_hash = ?, phone_name = ?, name_hash = ?,
                   kana_hash = ?, personal = ?,
                   attributes = ?::jsonb, suppressed_at = coalesce(suppressed_at, ?) where id = ?""";
    private static final String ADD_ITEM = """
            insert into recipient_item (id, recipient_id, audience_id, center_id, item_key, model, serial, lot, quantity,
                   attributes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing""";

    private final Hashes hashes;
    private final Personal personal;
    private final Clock clock;

    KnownPersons(Hashes hashes, Personal personal, Clock clock) {
        this.hashes = hashes;
        this.personal = personal;
        this.clock = clock;
    }

    record Known(UUID id, String region, String phoneKind, byte[] personal, String attributes) {}

    Map<ByteBuffer, Known> among(Connection connection, UUID audienceId, Collection<PersonRows.Row> rows)
            throws SQLException {
        byte[][] keys = rows.stream().map(r -> r.key().array()).toArray(byte[][]::new);
        Array wanted = connection.createArrayOf("bytea", keys);
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, audienceId);
            find.setArray(2, wanted);
            Map<ByteBuffer, Known> found = new HashMap<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.put(
                            ByteBuffer.wrap(row.getBytes(1)),
                            new Known(
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getBytes(5),
                                    row.getString(6)));
                }
            }
            return found;
        } finally {
            wanted.free();
        }
    }

    /** The number of items that are new. */
    int fillGaps(
            Connection connection,
            Audience audience,
            List<PersonRows.Row> rows,
            Map<ByteBuffer, Known> there,
            Set<ByteBuffer> suppressed)
            throws SQLException {
        try (PreparedStatement fill = connection.prepareStatement(FILL);
                PreparedStatement add = connection.prepareStatement(ADD_ITEM)) {
            for (PersonRows.Row row : rows) {
                Known known = there.get(row.key());
                fill(fill, audience, row, known, SuppressionList.holds(suppressed, row));
                for (PersonRows.Item item : row.items()) {
                    add(add, audience, known.id(), item);
                }
            }
            fill.executeBatch();
            return Arrays.stream(add.executeBatch()).filter(n -> n > 0).sum();
        }
    }

    private void fill(PreparedStatement fill, Audience audience, PersonRows.Row row, Known known, boolean suppress)
            throws SQLException {
        Personal.Open before = personal.open(audience.centerId(), known.personal());
        NewRecipient now = row.person();
        Map<String, String> attributesBefore = Recipients.values(known.attributes());
        Map<String, String> fields = Merging.fillGaps(before.fields(), now.fields());
        Map<String, String> attributes = Merging.fillGaps(attributesBefore, now.attributes());
        boolean newPhone = before.phone() == null && now.phone() != null;
        boolean newEmail = before.email() == null && now.email() != null;
        boolean newRegion = known.region() == null && now.region() != null;
        if (!newPhone
                && !newEmail
                && !newRegion
                && fields.equals(before.fields())
                && attributes.equals(attributesBefore)) {
            return;
        }
        String phone = newPhone ? now.phone().e164() : before.phone();
        String email = newEmail ? now.email() : before.email();
        fill.setString(1, newRegion ? now.region() : known.region());
        fill.setString(2, newPhone ? now.phone().kind().name() : known.phoneKind());
        fill.setBoolean(3, email != null);
        fill.setBytes(4, phone == null ? null : hashes.contact(Contact.phone(phone)));
        fill.setBytes(5, hashes.email(email));
        fill.setBytes(6, hashes.phoneAndName(phone, fields));
        fill.setObject(7, hashes.name(NameForm.of(fields.get(Fields.NAME))), Types.BIGINT);
        fill.setObject(8, hashes.name(NameForm.reading(fields)), Types.BIGINT);
        fill.setBytes(9, personal.seal(audience.centerId(), phone, email, fields));
        fill.setString(10, PersonRows.document(attributes));
        fill.setObject(11, suppress ? OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC) : null);
        fill.setObject(12, known.id());
        fill.addBatch();
    }

    private static void add(PreparedStatement add, Audience audience, UUID recipientId, PersonRows.Item item)
            throws SQLException {
        add.setObject(1, item.id());
        add.setObject(2, recipientId);
        add.setObject(3, audience.id());
        add.setObject(4, audience.centerId());
        add.setBytes(5, item.key());
        add.setString(6, item.item().model());
        add.setString(7, item.item().serial());
        add.setString(8, item.item().lot());
        add.setInt(9, item.item().quantity());
        add.setString(10, item.attributes());
        add.addBatch();
    }
}
