package io.tocsin.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads recipients, decrypted. */
@ApplicationScoped
public class Recipients {
    private final Sql sql;
    private final Hashes hashes;
    private final Personal personal;

    Recipients(Sql sql, Hashes hashes, Personal personal) {
        this.sql = sql;
        this.hashes = hashes;
        this.personal = personal;
    }

    /** In the order of the ids; those that are not the center's are left out. */
    public List<Recipient> read(UUID centerId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String[] wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        Map<UUID, List<RecipientItem>> items = items(wanted);
        Map<UUID, Recipient> found = HashMap.newHashMap(ids.size());
        sql.list(
                        "select * from recipient where center_id = ? and id = any(?::uuid[])",
                        row -> recipient(row, items),
                        centerId,
                        wanted)
                .forEach(r -> found.put(r.id(), r));
        return ids.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    public Recipient get(UUID id) {
        return sql.first("select center_id from recipient where id = ?", row -> row.getObject(1, UUID.class), id)
                .flatMap(center -> read(center, List.of(id)).stream().findFirst())
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("There is no recipient %s.", "宛先 %s は存在しません。").with(id)));
    }

    /** Who of the center has this number, in all its audiences. */
    public List<UUID> byPhone(UUID centerId, String e164) {
        return having("phone_hash", centerId, Contact.phone(e164));
    }

    public List<UUID> byEmail(UUID centerId, String email) {
        return having("email_hash", centerId, Contact.email(email));
    }

    /** By phone number or e-mail address as people write it; numbers without country code are the audience's country's. */
    public List<UUID> byContact(UUID centerId, UUID audienceId, String written) {
        if (written.contains("@")) {
            String email = EmailAddresses.read(written);
            return email == null ? List.of() : byEmail(centerId, email);
        }
        String country = sql.first(
                        "select country from audience where id = ? and center_id = ?",
                        row -> row.getString(1),
                        audienceId,
                        centerId)
                .orElseThrow();
        return PhoneNumbers.read(written, country) instanceof PhoneNumbers.Read.Usable usable
                ? byPhone(centerId, usable.phone().e164())
                : List.of();
    }

    private List<UUID> having(String column, UUID centerId, Contact contact) {
        return sql.list(
                "select id from recipient where center_id = ? and " + column + " = ? order by id",
                row -> row.getObject(1, UUID.class),
                centerId,
                hashes.contact(contact));
    }

    /** Whose link this is; whatever people type may be asked for. */
    public Optional<Recipient> byLinkCode(String code) {
        if (!LinkCodes.isPossible(code)) {
            return Optional.empty();
        }
        return sql.first("select id from recipient where link_code = ?", row -> row.getObject(1, UUID.class), code)
                .map(this::get);
    }

    private Map<UUID, List<RecipientItem>> items(String[] recipients) {
        Map<UUID, List<RecipientItem>> items = new HashMap<>();
        sql.list(
                "select * from recipient_item where recipient_id = any(?::uuid[]) order by id",
                row -> items.computeIfAbsent(row.getObject("recipient_id", UUID.class), id -> new ArrayList<>())
                        .add(new RecipientItem(
                                row.getObject("id", UUID.class),
                                row.getString("model"),
                                row.getString("serial"),
                                row.getString("lot"),
                                row.getInt("quantity"),
                                values(row.getString("attributes")))),
                (Object) recipients);
        return items;
    }

    private Recipient recipient(ResultSet row, Map<UUID, List<RecipientItem>> items) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID centerId = row.getObject("center_id", UUID.class);
        Personal.Open open = personal.open(centerId, row.getBytes("personal"));
        return new Recipient(
                id,
                row.getObject("audience_id", UUID.class),
                centerId,
                row.getString("language"),
                ZoneId.of(row.getString("zone")),
                row.getString("country"),
                row.getString("region"),
                open.phone() == null
                        ? null
                        : new RecipientPhone(open.phone(), PhoneKind.valueOf(row.getString("phone_kind"))),
                open.email(),
                open.fields(),
                values(row.getString("attributes")),
                items.getOrDefault(id, List.of()),
                row.getString("link_code"));
    }

    static Map<String, String> values(String document) {
        if (document == null) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : Json.tree(document).properties()) {
            values.put(value.getKey(), value.getValue().asText());
        }
        return values;
    }
}
