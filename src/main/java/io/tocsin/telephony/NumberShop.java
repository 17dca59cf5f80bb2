package io.tocsin.telephony;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberCreator;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Mobile;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.type.PhoneNumber;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Buys numbers: searches what the carrier has, sets one aside, buys it under the resource's label. */
@ApplicationScoped
class NumberShop {
    private static final int SEARCH = 30;
    private static final int ATTEMPTS = 5;

    private final TwilioAccounts accounts;
    private final NumberInventory inventory;

    NumberShop(TwilioAccounts accounts, NumberInventory inventory) {
        this.accounts = accounts;
        this.inventory = inventory;
    }

    InventoryNumber buy(Mode mode, ResourceKey key, PhoneNumberSpec spec) {
        TwilioAccount account = accounts.forWork(mode);
        InventoryNumber buying = inventory
                .byLabel(mode, key.label())
                .orElseGet(() -> inventory.startBuying(mode, spec.country(), spec.type(), key.label(), key.centerId()));
        try {
            return tryToBuy(account, key, spec, buying);
        } catch (VendorFailure.Unknown outcome) {
            throw outcome;
        } catch (VendorFailure certainlyNot) {
            inventory.forgetBuying(mode, key.label());
            throw certainlyNot;
        }
    }

    private InventoryNumber tryToBuy(
            TwilioAccount account, ResourceKey key, PhoneNumberSpec spec, InventoryNumber buying) {
        int attempts = 0;
        for (String candidate : candidates(account, spec)) {
            if (attempts == ATTEMPTS) {
                break;
            }
            if (!inventory.reserve(buying, candidate)) {
                continue;
            }
            attempts++;
            Optional<IncomingPhoneNumber> bought = order(account, key, spec, candidate);
            if (bought.isPresent()) {
                return inventory.bought(
                        buying,
                        bought.get().getPhoneNumber().getEndpoint(),
                        bought.get().getSid());
            }
        }
        throw outOfStock(spec);
    }

    /** Empty where somebody else was faster. */
    private Optional<IncomingPhoneNumber> order(
            TwilioAccount account, ResourceKey key, PhoneNumberSpec spec, String number) {
        return account.call(twilio -> {
            IncomingPhoneNumberCreator creator = spec.applyTo(IncomingPhoneNumber.creator(new PhoneNumber(number)))
                    .setFriendlyName(VendorLabel.of(key.label()));
            papers(accounts.settings(account.mode()).addressSid(), spec).ifPresent(creator::setAddressSid);
            papers(accounts.settings(account.mode()).bundleSid(), spec).ifPresent(creator::setBundleSid);
            try {
                return Optional.of(creator.create(twilio));
            } catch (ApiException e) {
                if (VendorErrors.is(e, VendorErrors.NUMBER_TAKEN)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** In no order, so that buyers of the same kind do not all reach for the first. */
    private List<String> candidates(TwilioAccount account, PhoneNumberSpec spec) {
        String country = spec.country();
        List<String> found = new ArrayList<>(account.callIfThere(twilio -> switch (spec.type()) {
                    case LOCAL ->
                        numbers(
                                Local.reader(country)
                                        .setVoiceEnabled(true)
                                        .limit(SEARCH)
                                        .read(twilio),
                                Local::getPhoneNumber);
                    case FREEPHONE ->
                        numbers(
                                TollFree.reader(country)
                                        .setVoiceEnabled(true)
                                        .limit(SEARCH)
                                        .read(twilio),
                                TollFree::getPhoneNumber);
                    case MOBILE ->
                        numbers(
                                Mobile.reader(country)
                                        .setVoiceEnabled(true)
                                        .limit(SEARCH)
                                        .read(twilio),
                                Mobile::getPhoneNumber);
                })
                .orElse(List.of()));
        Collections.shuffle(found);
        return found;
    }

    private static <T> List<String> numbers(Iterable<T> listed, java.util.function.Function<T, PhoneNumber> number) {
        List<String> numbers = new ArrayList<>();
        listed.forEach(item -> numbers.add(number.apply(item).getEndpoint()));
        return numbers;
    }

    private static Optional<String> papers(Map<String, String> sids, PhoneNumberSpec spec) {
        String country = spec.country().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(sids.getOrDefault(country + "-" + spec.type().word(), sids.get(country)));
    }

    private static VendorFailure outOfStock(PhoneNumberSpec spec) {
        return new VendorFailure.NeedsPerson(
                Phrase.of("The carrier has no %s number for %s at present.", "現在、キャリアに %2$s の番号（種別: %1$s）の在庫がありません。")
                        .with(spec.type().word(), spec.country()),
                Phrase.of(
                        "Choose another type or country for this number, or port one in; then retry.",
                        "別の種別または国を選択するか、番号を移管してから再試行してください。"));
    }
}
