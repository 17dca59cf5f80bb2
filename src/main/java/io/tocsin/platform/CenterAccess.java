package io.tocsin.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who belongs to which center. Asked at every request, so that a person who is off-boarded is out at once, whatever the
 * token in their hands still says.
 */
@ApplicationScoped
public class CenterAccess {
    private final Sql sql;

    CenterAccess(Sql sql) {
        this.sql = sql;
    }

    /** Makes a person a member by hand: until they are dismissed, whatever seats they have or lose. */
    public void admit(UUID centerId, String name, Instant at) {
        sql.update(
                "insert into center_member (center_id, member, since, by_hand) values (?, ?, ?, true)"
                        + " on conflict (center_id, member) do update set by_hand = true",
                centerId,
                name.toLowerCase(Locale.ROOT),
                at);
    }

    /** Makes a person a member for as long as they have a seat. */
    public void seat(UUID centerId, String name, Instant at) {
        sql.update(
                "insert into center_member (center_id, member, since, by_seat) values (?, ?, ?, true)"
                        + " on conflict (center_id, member) do update set by_seat = true",
                centerId,
                name.toLowerCase(Locale.ROOT),
                at);
    }

    /** The seat is lost; who belongs to the center for another reason stays. */
    public void unseat(UUID centerId, String name) {
        String member = name.toLowerCase(Locale.ROOT);
        sql.update("delete from center_member where center_id = ? and member = ? and not by_hand", centerId, member);
        sql.update("update center_member set by_seat = false where center_id = ? and member = ?", centerId, member);
    }

    /** Ends membership, whatever it came from. */
    public void dismiss(UUID centerId, String name) {
        sql.update(
                "delete from center_member where center_id = ? and member = ?",
                centerId,
                name.toLowerCase(Locale.ROOT));
    }

    public boolean isMember(UUID centerId, String name) {
        return sql.first(
                        "select 1 from center_member where center_id = ? and member = ?",
                        row -> true,
                        centerId,
                        name.toLowerCase(Locale.ROOT))
                .isPresent();
    }

    public List<UUID> centersOf(String name) {
        return sql.list(
                "select center_id from center_member where member = ?",
                row -> row.getObject(1, UUID.class),
                name.toLowerCase(Locale.ROOT));
    }

    /** Ops run all centers and auditors read all; everybody else sees only their own. */
    public static boolean seesAll(SecurityIdentity identity) {
        return identity.hasRole("ops") || identity.hasRole("auditor");
    }
}
