package io.tocsin.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.exception.ApiException;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A number put into a messaging service. It is known by the two, and has no name of its own at the carrier. */
@ApplicationScoped
class MessagingSenderDriver implements ResourceDriver {
    /** Twilio: "Phone Number is already in the Messaging Service". */
    private static final int ALREADY_IN = 21710;

    private final TwilioAccounts accounts;

    MessagingSenderDriver(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "messaging-sender";
    }

    @Override
    public String vendor() {
        return Carrier.VENDOR;
    }

    @Override
    public List<Made> find(Work work) {
        return accounts
                .forWork(work.mode())
                .callIfThere(PhoneNumber.fetcher(service(work), number(work))::fetch)
                .map(sender -> made(work))
                .stream()
                .toList();
    }

    @Override
    public Made create(Work work) {
        return accounts.forWork(work.mode()).call(twilio -> {
            try {
                PhoneNumber.creator(service(work), number(work)).create(twilio);
            } catch (ApiException e) {
                if (!VendorErrors.is(e, ALREADY_IN)) {
                    throw e;
                }
            }
            return made(work);
        });
    }

    /** A sender is nothing but its two ends; when one of them changed, the old pair goes and the new one comes. */
    @Override
    public Made update(Work work) {
        Made made = made(work);
        Made current = work.current().orElseThrow();
        if (made.outputs().equals(current.outputs()) && !find(work).isEmpty()) {
            return made;
        }
        if (!made.outputs().equals(current.outputs())) {
            delete(work);
        }
        return create(work);
    }

    @Override
    public void delete(Work work) {
        Made current = work.current().orElseThrow();
        accounts.forWork(work.mode())
                .callIfThere(PhoneNumber.deleter(
                        current.outputs().path("serviceSid").asText(),
                        current.outputs().path("numberSid").asText())::delete);
    }

    /** Nothing of its own: senders go with their service, which the census of services shows. */
    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return List.of();
    }

    private static String service(Work work) {
        return work.dependency(work.spec(MessagingSpecs.SenderSpec.class).service())
                .vendorId();
    }

    private static String number(Work work) {
        return work.dependency(work.spec(MessagingSpecs.SenderSpec.class).number())
                .vendorId();
    }

    private static Made made(Work work) {
        ObjectNode outputs = Json.object();
        outputs.put("serviceSid", service(work));
        outputs.put("numberSid", number(work));
        return new Made(service(work) + ":" + number(work), outputs);
    }
}
