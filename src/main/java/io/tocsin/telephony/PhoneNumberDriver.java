package io.tocsin.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A phone number leased to a center: from standby stock where there is one, else bought. Removing the resource gives the
 * number back to the inventory, quarantined and still answered; it never gives the number up.
 */
@ApplicationScoped
class PhoneNumberDriver implements ResourceDriver {
    private static final int USUAL_QUARANTINE_DAYS = 90;

    private final TwilioAccounts accounts;
    private final NumberInventory inventory;
    private final NumberShop shop;
    private final Clock clock;

    PhoneNumberDriver(TwilioAccounts accounts, NumberInventory inventory, NumberShop shop, Clock clock) {
        this.accounts = accounts;
        this.inventory = inventory;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "phone-number";
    }

    @Override
    public String vendor() {
        return Carrier.VENDOR;
    }

    @Override
    public List<Made> find(Work work) {
        Mode mode = work.mode();
        String label = work.key().label();
        Optional<InventoryNumber> known = inventory.byLabel(mode, label);
        List<IncomingPhoneNumber> listed =
                accounts
                        .forWork(mode)
                        .list(IncomingPhoneNumber.reader().setFriendlyName(VendorLabel.of(label)))
                        .stream()
                        .filter(number -> VendorLabel.of(label).equals(number.getFriendlyName()))
                        .sorted(Comparator.comparing(IncomingPhoneNumber::getDateCreated))
                        .toList();
        if (known.isPresent() && known.get().state() == NumberState.IN_USE) {
            listed.stream()
                    .filter(number -> !number.getSid().equals(known.get().vendorSid()))
                    .forEach(extra -> toStock(work, extra));
            return stillThere(work, known.get(), listed) ? List.of(made(known.get())) : List.of();
        }
        if (listed.isEmpty()) {
            inventory.forgetBuying(mode, label);
            return List.of();
        }
        listed.stream().skip(1).forEach(extra -> toStock(work, extra));
        return List.of(made(adopt(work, listed.getFirst(), known)));
    }

    private boolean stillThere(Work work, InventoryNumber known, List<IncomingPhoneNumber> listed) {
        boolean there = listed.stream().anyMatch(number -> number.getSid().equals(known.vendorSid()))
                || accounts.forWork(work.mode())
                        .callIfThere(twilio ->
                                IncomingPhoneNumber.fetcher(known.vendorSid()).fetch(twilio))
                        .isPresent();
        if (!there) {
            inventory.move(known, new NumberMove.Vanished());
        }
        return there;
    }

    private InventoryNumber adopt(Work work, IncomingPhoneNumber number, Optional<InventoryNumber> buying) {
        PhoneNumberSpec spec = work.spec(PhoneNumberSpec.class);
        String e164 = number.getPhoneNumber().getEndpoint();
        if (buying.isPresent()) {
            return inventory.bought(buying.get(), e164, number.getSid());
        }
        return inventory.takeIn(
                work.mode(),
                spec.country(),
                spec.type(),
                e164,
                number.getSid(),
                NumberState.IN_USE,
                work.key().label(),
                work.key().centerId(),
                null);
    }

    /** Bought twice by an answer that got lost: a number more in stock, not a number to give up. */
    private void toStock(Work work, IncomingPhoneNumber extra) {
        PhoneNumberSpec spec = work.spec(PhoneNumberSpec.class);
        Optional<InventoryNumber> known = inventory.bySid(work.mode(), extra.getSid());
        UUID id = known.map(InventoryNumber::id).orElseGet(() -> inventory
                .takeIn(
                        work.mode(),
                        spec.country(),
                        spec.type(),
                        extra.getPhoneNumber().getEndpoint(),
                        extra.getSid(),
                        NumberState.AVAILABLE,
                        null,
                        null,
                        null)
                .id());
        boolean leasedMeanwhile = known.map(InventoryNumber::leasedByLabel).isPresent();
        if (!leasedMeanwhile) {
            rename(work.mode(), extra.getSid(), id);
        }
    }

    private boolean rename(Mode mode, String sid, UUID inventoryId) {
        return accounts.forWork(mode)
                .callIfThere(twilio -> IncomingPhoneNumber.updater(sid)
                        .setFriendlyName(Carrier.STOCK_PREFIX + inventoryId)
                        .update(twilio))
                .isPresent();
    }

    @Override
    public Made create(Work work) {
        PhoneNumberSpec spec = work.spec(PhoneNumberSpec.class);
        ResourceKey key = work.key();
        if (inventory.byLabel(work.mode(), key.label()).isPresent()) {
            List<Made> found = find(work);
            if (!found.isEmpty()) {
                return configured(work, found.getFirst());
            }
        }
        Optional<InventoryNumber> leased =
                inventory.lease(work.mode(), spec.country(), spec.type(), key.label(), key.centerId());
        return leased.isPresent() ? configured(work, made(leased.get())) : made(shop.buy(work.mode(), key, spec));
    }

    @Override
    public Made update(Work work) {
        return configured(work, work.current().orElseThrow());
    }

    /** Points the number to this center. */
    private Made configured(Work work, Made made) {
        PhoneNumberSpec spec = work.spec(PhoneNumberSpec.class);
        boolean there = accounts.forWork(work.mode())
                .callIfThere(twilio -> spec.applyTo(IncomingPhoneNumber.updater(made.vendorId()))
                        .setFriendlyName(VendorLabel.of(work.key().label()))
                        .update(twilio))
                .isPresent();
        return there ? made : replaced(work, made);
    }

    /**
     * The number is printed somewhere, so that it is gone is said first; once a person has asked to go on all the same,
     * another takes its place.
     */
    private Made replaced(Work work, Made gone) {
        Optional<InventoryNumber> known = inventory.bySid(work.mode(), gone.vendorId());
        if (known.isEmpty()) {
            return create(work);
        }
        inventory.move(known.get(), new NumberMove.Vanished());
        throw new VendorFailure.NeedsPerson(Carrier.REMOVED_OUTSIDE, Carrier.RETRY_FOR_ANOTHER);
    }

    @Override
    public void delete(Work work) {
        Made made = work.current().orElseThrow();
        Optional<InventoryNumber> number = inventory.bySid(work.mode(), made.vendorId());
        if (number.isEmpty() || number.get().state() != NumberState.IN_USE) {
            return;
        }
        if (!work.key().label().equals(number.get().leasedByLabel())) {
            return;
        }
        boolean there = rename(work.mode(), made.vendorId(), number.get().id());
        inventory.move(number.get(), there ? new NumberMove.GiveBack(quarantineEnd(work)) : new NumberMove.Vanished());
    }

    private Instant quarantineEnd(Work work) {
        PhoneNumberSpec spec = work.spec(PhoneNumberSpec.class);
        if (spec.quarantineUntil() != null) {
            return spec.quarantineUntil();
        }
        int days = spec.quarantineDays() == null ? USUAL_QUARANTINE_DAYS : spec.quarantineDays();
        return clock.instant().plus(Duration.ofDays(days));
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return accounts.forWork(mode).list(IncomingPhoneNumber.reader()).stream()
                .filter(number -> number.getFriendlyName() != null
                        && number.getFriendlyName().startsWith(ResourceKey.labelPrefix(centerId)))
                .map(number -> new Listed(number.getFriendlyName(), number.getSid()))
                .toList();
    }

    private static Made made(InventoryNumber number) {
        ObjectNode outputs = Json.object();
        outputs.put("phoneNumber", number.e164());
        outputs.put("sid", number.vendorSid());
        outputs.put("inventoryId", number.id().toString());
        return new Made(number.vendorSid(), outputs);
    }
}
