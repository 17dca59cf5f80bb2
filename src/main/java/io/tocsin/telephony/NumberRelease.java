package io.tocsin.telephony;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The one place where a number is given up: a person's decision, with a reason and the number typed again, written down
 * before the carrier is told. It may never come back.
 */
@ApplicationScoped
public class NumberRelease {
    private final TwilioAccounts accounts;
    private final NumberInventory inventory;
    private final AuditLog audit;

    NumberRelease(TwilioAccounts accounts, NumberInventory inventory, AuditLog audit) {
        this.accounts = accounts;
        this.inventory = inventory;
        this.audit = audit;
    }

    /**
     * @param typedAgain must be the number
     * @return RELEASED, or RELEASING where the carrier could not be told now; then asking again finishes it
     */
    public InventoryNumber release(UUID id, String by, String reason, String typedAgain) {
        InventoryNumber number = inventory.get(id);
        confirm(number, reason, typedAgain);
        InventoryNumber releasing = QuarkusTransaction.requiringNew().call(() -> {
            InventoryNumber decided = inventory.moveOrExplain(number, new NumberMove.DecideRelease(by, reason));
            audit.record(by, "number.released", id.toString(), number.centerId(), Map.of("reason", reason));
            return decided;
        });
        try {
            accounts.forMode(number.mode()).callIfThere(IncomingPhoneNumber.deleter(number.vendorSid())::delete);
        } catch (VendorFailure notNow) {
            return releasing;
        }
        return inventory.moveOrExplain(releasing, new NumberMove.Released());
    }

    private static void confirm(InventoryNumber number, String reason, String typedAgain) {
        List<Violation> violations = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            violations.add(Violation.of("reason", "Say why the number is given up.", "番号を手放す理由を入力してください。"));
        }
        if (number.e164() == null || !number.e164().equals(typedAgain)) {
            violations.add(Violation.of(
                    "number", "Type the number again, as it stands in the inventory.", "台帳のとおりに番号をもう一度入力してください。"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "release-unconfirmed",
                    Phrase.of(
                            "A released number may never come back, so it must be confirmed.",
                            "手放した番号は二度と戻らない可能性があるため、確認が必要です。"),
                    violations);
        }
    }
}
