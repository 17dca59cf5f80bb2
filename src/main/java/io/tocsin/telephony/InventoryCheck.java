package io.tocsin.telephony;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the inventory with the carrier's list, in both directions. Changes nothing. */
@ApplicationScoped
public class InventoryCheck {
    private static final Set<NumberState> NOT_HELD = Set.of(NumberState.BUYING, NumberState.RELEASED, NumberState.GONE);

    private final TwilioAccounts accounts;
    private final NumberInventory inventory;

    InventoryCheck(TwilioAccounts accounts, NumberInventory inventory) {
        this.accounts = accounts;
        this.inventory = inventory;
    }

    /** @param label its FriendlyName at the carrier, which names the resource that it was bought for */
    public record Unknown(String vendorSid, String e164, String label) {}

    /**
     * @param unknownHere the carrier bills us for these and the inventory does not know them
     * @param goneThere the inventory counts on these and the carrier does not have them
     */
    public record Comparison(List<Unknown> unknownHere, List<InventoryNumber> goneThere) {
        public boolean agrees() {
            return unknownHere.isEmpty() && goneThere.isEmpty();
        }
    }

    public Comparison compare(Mode mode) {
        List<InventoryNumber> ours = inventory.list(mode, null).stream()
                .filter(number -> !NOT_HELD.contains(number.state()))
                .toList();
        Map<String, IncomingPhoneNumber> theirs = accounts.forMode(mode).list(IncomingPhoneNumber.reader()).stream()
                .collect(Collectors.toMap(IncomingPhoneNumber::getSid, Function.identity(), (a, b) -> a));
        Set<String> known = ours.stream().map(InventoryNumber::vendorSid).collect(Collectors.toSet());
        return new Comparison(
                theirs.values().stream()
                        .filter(number -> !known.contains(number.getSid()))
                        .map(number -> new Unknown(
                                number.getSid(),
                                number.getPhoneNumber().getEndpoint(),
                                String.valueOf(number.getFriendlyName())))
                        .toList(),
                ours.stream()
                        .filter(number -> !theirs.containsKey(number.vendorSid()))
                        .filter(number -> number.state() != NumberState.RELEASING)
                        .toList());
    }
}
