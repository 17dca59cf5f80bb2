package io.tocsin.telephony;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.riskpack.NumberType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The numbers that we hold, whoever uses them. Centers lease; nothing here gives a number up but a person's decision. */
@ApplicationScoped
public class NumberInventory {
    private final Sql sql;
    private final NumberRows rows;
    private final Clock clock;

    NumberInventory(Sql sql, NumberRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /** What a launch could take from the shelf, oldest first; numbers on hold are not on it. */
    public List<StockItem> stock(Mode mode) {
        return rows
                .where(
                        "mode = ? and state = 'AVAILABLE' and not exists (" + NumberRows.HELD + ") order by bought_at",
                        mode,
                        clock.instant())
                .stream()
                .map(number -> new StockItem(number.id(), number.country(), number.type(), number.e164()))
                .toList();
    }

    /** Filters that are null do not filter. Released numbers come last. */
    public List<InventoryNumber> list(Mode mode, NumberState state) {
        return rows.where(
                "(?::text is null or mode = ?) and (?::text is null or state = ?)"
                        + " order by (state in ('RELEASED', 'GONE')), e164 nulls last limit 5000",
                name(mode),
                name(mode),
                name(state),
                name(state));
    }

    public InventoryNumber get(UUID id) {
        return rows.where("id = ?", id).stream()
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound(Phrase.of("There is no such number in the inventory.", "この番号は番号台帳にありません。")));
    }

    /** Every number whose quarantine is over becomes standby stock. @return how many */
    public int endQuarantines(Instant now) {
        List<InventoryNumber> due = rows.where(
                "state = 'QUARANTINED' and quarantined_until <= ? and not exists (" + NumberRows.HELD + ")", now, now);
        return (int) due.stream()
                .filter(number ->
                        move(number, new NumberMove.EndQuarantine(), now).isPresent())
                .count();
    }

    Optional<InventoryNumber> byLabel(Mode mode, String label) {
        return rows.where("mode = ? and leased_by_label = ?", mode, label).stream()
                .findFirst();
    }

    Optional<InventoryNumber> bySid(Mode mode, String vendorSid) {
        return rows.where("mode = ? and vendor_sid = ? and state not in ('RELEASED', 'GONE')", mode, vendorSid).stream()
                .findFirst();
    }

    /** Takes one from the shelf; of many who ask at once no two get the same. */
    Optional<InventoryNumber> lease(Mode mode, String country, NumberType type, String label, UUID centerId) {
        return QuarkusTransaction.requiringNew().call(() -> rows
                .where(
                        "mode = ? and country = ? and type = ? and state = 'AVAILABLE' and not exists ("
                                + NumberRows.HELD + ") order by bought_at limit 1 for update skip locked",
                        mode,
                        country,
                        type,
                        clock.instant())
                .stream()
                .findFirst()
                .flatMap(number -> move(number, new NumberMove.Lease(label, centerId))));
    }

    /** Recorded before the carrier is asked, so that whatever it sells us has a place to come to. */
    InventoryNumber startBuying(Mode mode, String country, NumberType type, String label, UUID centerId) {
        InventoryNumber number = new InventoryNumber(
                Ids.next(clock.instant()),
                mode,
                country,
                type,
                null,
                null,
                NumberState.BUYING,
                label,
                centerId,
                null,
                clock.instant(),
                null,
                null,
                0);
        rows.insert(number);
        return number;
    }

    /** Sets a candidate aside for one buyer. @return false where another buyer of ours has it */
    boolean reserve(InventoryNumber buying, String e164) {
        try {
            return sql.update(
                            "update number_inventory set e164 = ? where id = ? and state = 'BUYING'", e164, buying.id())
                    == 1;
        } catch (Sql.DatabaseException e) {
            if (e.isDuplicate()) {
                return false;
            }
            throw e;
        }
    }

    /** It certainly was not bought: nothing is left to remember. */
    void forgetBuying(Mode mode, String label) {
        sql.update(
                "delete from number_inventory where mode = ? and leased_by_label = ? and state = 'BUYING'",
                mode,
                label);
    }

    InventoryNumber bought(InventoryNumber buying, String e164, String vendorSid) {
        return move(buying, new NumberMove.Bought(e164, vendorSid)).orElseGet(() -> get(buying.id()));
    }

    /** A number that the carrier holds for us and the inventory does not know: taken in, never given up. */
    InventoryNumber takeIn(
            Mode mode,
            String country,
            NumberType type,
            String e164,
            String vendorSid,
            NumberState as,
            String label,
            UUID centerId,
            Instant until) {
        InventoryNumber number = new InventoryNumber(
                Ids.next(clock.instant()),
                mode,
                country,
                type,
                e164,
                vendorSid,
                as,
                label,
                centerId,
                until,
                clock.instant(),
                clock.instant(),
                null,
                0);
        rows.insert(number);
        return number;
    }

    /** Carries a move out if the rules allow it and nobody was faster. */
    Optional<InventoryNumber> move(InventoryNumber number, NumberMove move) {
        return move(number, move, clock.instant());
    }

    private Optional<InventoryNumber> move(InventoryNumber number, NumberMove move, Instant now) {
        return switch (NumberRules.decide(number, rows.isHeld(number.id(), now), move, now)) {
            case NumberRules.Decision.Allowed allowed -> rows.update(allowed.next());
            case NumberRules.Decision.Refused ignored -> Optional.empty();
        };
    }

    /** As {@link #move}, for a person, who is told why not. */
    InventoryNumber moveOrExplain(InventoryNumber number, NumberMove move) {
        return switch (NumberRules.decide(number, rows.isHeld(number.id(), clock.instant()), move, clock.instant())) {
            case NumberRules.Decision.Allowed allowed ->
                rows.update(allowed.next())
                        .orElseThrow(() -> Problem.conflict(
                                "number-changed",
                                Phrase.of("The number has just changed; look again.", "番号の状態が変わりました。再確認してください。")));
            case NumberRules.Decision.Refused refused -> throw Problem.conflict("number-busy", refused.why());
        };
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
