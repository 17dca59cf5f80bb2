package io.tocsin.announcement;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.PublicUrl;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.MessagePaths;
import io.tocsin.telephony.Messages;
import io.tocsin.telephony.RateBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Text messages through the center's messaging service. */
@ApplicationScoped
class SmsSender {
    private static final String MESSAGING = "messaging";
    private static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();

    private final Messages messages;
    private final RateBudget budget;
    private final Ledger resources;
    private final String baseUrl;
    private final Map<UUID, Known> services = new ConcurrentHashMap<>();

    SmsSender(
            Messages messages,
            RateBudget budget,
            Ledger resources,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.messages = messages;
        this.budget = budget;
        this.resources = resources;
        this.baseUrl = baseUrl.base();
    }

    private record Known(String sid, long at) {}

    /** Waits until the account may be called; the next call of this thread then goes out at once. */
    void await(Mode mode) throws InterruptedException {
        budget.prepay(mode);
    }

    /** @throws VendorFailure see {@link Messages#send} */
    Messages.Sent send(Mode mode, UUID centerId, UUID deliveryId, String to, String body) {
        String service = service(centerId)
                .orElseThrow(() -> new VendorFailure.Passing(
                        Phrase.of("The center's SMS sender does not exist yet", "センターの SMS 送信元がまだありません"), null));
        return messages.send(mode, service, to, body, baseUrl + MessagePaths.status(mode, deliveryId));
    }

    private Optional<String> service(UUID centerId) {
        Known known = services.get(centerId);
        if (known != null && System.nanoTime() - known.at() < FRESH_NANOS) {
            return Optional.of(known.sid());
        }
        Optional<String> sid;
        try {
            sid = resources.one(centerId, MESSAGING).map(Resource::vendorId);
        } catch (Sql.DatabaseException e) {
            throw new VendorFailure.Passing(Phrase.of("The database does not answer", "データベースが応答しません"), e);
        }
        sid.ifPresent(s -> services.put(centerId, new Known(s, System.nanoTime())));
        return sid;
    }
}
