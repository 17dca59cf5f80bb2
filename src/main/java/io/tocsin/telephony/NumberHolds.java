package io.tocsin.telephony;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Holds keep a number as it is: it is neither leased anew, nor does its quarantine end, nor can it be released. */
@ApplicationScoped
public class NumberHolds {
    private final Sql sql;
    private final NumberInventory inventory;
    private final AuditLog audit;
    private final Clock clock;

    NumberHolds(Sql sql, NumberInventory inventory, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.inventory = inventory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param by the person, or the regime's name
     * @param until null for until it is lifted
     */
    public record Hold(UUID id, UUID numberId, String reason, String by, Instant placedAt, Instant until) {}

    @Transactional
    public Hold place(UUID numberId, String by, String reason, Instant until) {
        InventoryNumber number = inventory.get(numberId);
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid(
                    "hold-invalid",
                    Phrase.of("A hold needs a reason.", "保留には理由が必要です。"),
                    List.of(Violation.of("reason", "Say why the number must stay.", "番号を残す理由を入力してください。")));
        }
        Hold hold = new Hold(Ids.next(clock.instant()), numberId, reason.strip(), by, clock.instant(), until);
        sql.update(
                "insert into number_hold (id, number_id, reason, by_whom, placed_at, until) values (?, ?, ?, ?, ?, ?)",
                hold.id(),
                numberId,
                hold.reason(),
                by,
                hold.placedAt(),
                until);
        audit.record(by, "number.held", numberId.toString(), number.centerId(), Map.of("reason", hold.reason()));
        return hold;
    }

    @Transactional
    public void lift(UUID numberId, UUID holdId, String by) {
        int lifted = sql.update(
                "update number_hold set lifted_by = ?, lifted_at = ? where id = ? and number_id = ?"
                        + " and lifted_at is null",
                by,
                clock.instant(),
                holdId,
                numberId);
        if (lifted == 0) {
            throw Problem.notFound(Phrase.of("There is no such hold, or it was lifted.", "この保留は存在しないか、解除済みです。"));
        }
        audit.record(by, "number.hold-lifted", numberId.toString(), null, Map.of("hold", holdId.toString()));
    }

    /** Holds in force, by number. */
    public Map<UUID, List<Hold>> open() {
        return sql
                .list(
                        "select * from number_hold where lifted_at is null and (until is null or until > ?)"
                                + " order by placed_at",
                        NumberHolds::read,
                        clock.instant())
                .stream()
                .collect(Collectors.groupingBy(Hold::numberId));
    }

    private static Hold read(ResultSet row) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                row.getObject("number_id", UUID.class),
                row.getString("reason"),
                row.getString("by_whom"),
                Sql.instant(row, "placed_at"),
                Sql.instant(row, "until"));
    }
}
