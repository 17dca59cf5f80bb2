package io.tocsin.desk;

import io.tocsin.audience.Audiences;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.PhoneKind;
import io.tocsin.audience.RecipientPhone;
import io.tocsin.audience.RecipientStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People whom a center knows, each with a mobile and one recalled item, for tests of the desk. */
@ApplicationScoped
class Owners {
    /** Their numbers begin with +1 202 557: drill callers, who come from 555, are none of them. */
    private static final AtomicInteger COUNT = new AtomicInteger(20);

    private final Audiences audiences;
    private final RecipientStore store;

    Owners(Audiences audiences, RecipientStore store) {
        this.audiences = audiences;
        this.store = store;
    }

    record Owner(UUID id, UUID audience, String phone) {}

    Owner add(DeskCenter desks, String name, ZoneId zone) {
        int number = COUNT.getAndIncrement();
        String phone = "+120255701%02d".formatted(number);
        UUID audience = audiences
                .create(desks.id(), "owners " + number, "US", "en", null, "test")
                .id();
        UUID id = store.add(
                        audience,
                        List.of(new NewRecipient(
                                "en",
                                zone,
                                "US",
                                null,
                                new RecipientPhone(phone, PhoneKind.MOBILE),
                                null,
                                Map.of("name", name, "address", "17 Lindenhof Lane"),
                                Map.of(),
                                List.of(new NewRecipient.Item("SM-N930", "H" + number, null, 1, Map.of())))))
                .getFirst();
        return new Owner(id, audience, phone);
    }
}
