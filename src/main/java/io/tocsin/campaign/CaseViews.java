package io.tocsin.campaign;

import io.tocsin.audience.Recipient;
import io.tocsin.audience.RecipientItem;
import io.tocsin.audience.Recipients;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cases as agents see them: the person only for those whose seat is cleared for personal data. */
@ApplicationScoped
public class CaseViews {
    private final Recipients recipients;
    private final CaseClearance clearance;
    private final CenterKeys keys;
    private final Cases cases;
    private final Sql sql;

    CaseViews(Recipients recipients, CaseClearance clearance, CenterKeys keys, Cases cases, Sql sql) {
        this.recipients = recipients;
        this.clearance = clearance;
        this.keys = keys;
        this.cases = cases;
        this.sql = sql;
    }

    /** @param note null for none, and for readers whose seat is not cleared */
    public record MoveView(CaseState from, CaseState to, Instant at, String by, Via via, String note) {}

    /** @param outcome null while it goes on */
    public record CallView(Instant at, CallOutcome outcome, String result) {}

    /**
     * One case, whole.
     *
     * @param item model, serial and lot; null where the list names none
     * @param person name, address, phone, e-mail and what else is known; null for readers whose seat is not cleared
     * @param booked the visit that is agreed; null for none
     */
    public record CaseView(
            CollectionCase collectionCase,
            RecipientItem item,
            Map<String, String> person,
            PickupSlot booked,
            List<MoveView> moves,
            List<CallView> calls) {}

    CaseView of(CollectionCase found) {
        boolean cleared = clearance.maySeePerson(found.centerId());
        Recipient recipient = recipients.read(found.centerId(), List.of(found.recipientId())).stream()
                .findFirst()
                .orElse(null);
        return new CaseView(
                found,
                recipient == null
                        ? null
                        : recipient.items().stream()
                                .filter(i -> i.id().equals(found.itemId()))
                                .findFirst()
                                .orElse(null),
                cleared && recipient != null ? person(recipient) : null,
                cases.bookedSlot(List.of(found)).orElse(null),
                moves(found, cleared),
                calls(found));
    }

    static Map<String, String> person(Recipient recipient) {
        Map<String, String> person = new TreeMap<>(recipient.fields());
        if (recipient.phone() != null) {
            person.put("phone", recipient.phone().e164());
        }
        if (recipient.email() != null) {
            person.put("email", recipient.email());
        }
        return person;
    }

    private List<MoveView> moves(CollectionCase found, boolean cleared) {
        return sql.list(
                "select * from case_move where case_id = ? order by at, id",
                row -> {
                    byte[] note = row.getBytes("note");
                    return new MoveView(
                            CaseState.valueOf(row.getString("from_state")),
                            CaseState.valueOf(row.getString("to_state")),
                            Sql.instant(row, "at"),
                            row.getString("by_whom"),
                            Via.valueOf(row.getString("channel")),
                            note == null || !cleared ? null : keys.decrypt(found.centerId(), note, CaseMoves.NOTE));
                },
                found.id());
    }

    private List<CallView> calls(CollectionCase found) {
        return sql.list(
                """
                select a.recorded_at, a.outcome, a.result from call_attempt a join collection_case c
                    on c.campaign_id = a.campaign_id and c.phone_hash = a.phone_hash
                where c.id = ? and a.outcome is distinct from 'WITHDRAWN' order by a.recorded_at""",
                row -> new CallView(
                        Sql.instant(row, "recorded_at"),
                        row.getString("outcome") == null ? null : CallOutcome.valueOf(row.getString("outcome")),
                        row.getString("result")),
                found.id());
    }
}
