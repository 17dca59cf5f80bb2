package io.tocsin.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.rest.messaging.v1.Service;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A messaging service: the pool of senders behind a center's text messages. */
@ApplicationScoped
class MessagingServiceDriver implements ResourceDriver {
    private final TwilioAccounts accounts;

    MessagingServiceDriver(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "messaging-service";
    }

    @Override
    public String vendor() {
        return Carrier.VENDOR;
    }

    @Override
    public List<Made> find(Work work) {
        String name = VendorLabel.of(work.key().label());
        return accounts.forWork(work.mode()).list(Service.reader()).stream()
                .filter(service -> name.equals(service.getFriendlyName()))
                .sorted(Comparator.comparing(Service::getDateCreated))
                .map(MessagingServiceDriver::made)
                .toList();
    }

    @Override
    public Made create(Work work) {
        MessagingSpecs.ServiceSpec spec = work.spec(MessagingSpecs.ServiceSpec.class);
        return made(accounts.forWork(work.mode()).call(twilio -> {
            var creator = Service.creator(VendorLabel.of(work.key().label()));
            if (spec.statusCallback() != null) {
                creator.setStatusCallback(spec.statusCallback());
            }
            if (spec.inboundUrl() != null) {
                creator.setInboundRequestUrl(spec.inboundUrl());
            }
            return creator.create(twilio);
        }));
    }

    @Override
    public Made update(Work work) {
        MessagingSpecs.ServiceSpec spec = work.spec(MessagingSpecs.ServiceSpec.class);
        return accounts.forWork(work.mode())
                .callIfThere(
                        twilio -> Service.updater(work.current().orElseThrow().vendorId())
                                .setStatusCallback(spec.statusCallback() == null ? "" : spec.statusCallback())
                                .setInboundRequestUrl(spec.inboundUrl() == null ? "" : spec.inboundUrl())
                                .update(twilio))
                .map(MessagingServiceDriver::made)
                .orElseGet(() -> create(work));
    }

    @Override
    public void delete(Work work) {
        accounts.forWork(work.mode())
                .callIfThere(Service.deleter(work.current().orElseThrow().vendorId())::delete);
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return accounts.forWork(mode).list(Service.reader()).stream()
                .filter(service -> service.getFriendlyName().startsWith(ResourceKey.labelPrefix(centerId)))
                .map(service -> new Listed(service.getFriendlyName(), service.getSid()))
                .toList();
    }

    private static Made made(Service service) {
        ObjectNode outputs = Json.object();
        outputs.put("sid", service.getSid());
        return new Made(service.getSid(), outputs);
    }
}
