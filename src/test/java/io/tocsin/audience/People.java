package io.tocsin.audience;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** People of tests. */
public final class People {
    private People() {}

    public static NewRecipient person(String name, String e164, String email, NewRecipient.Item... items) {
        return new NewRecipient(
                "ja",
                ZoneId.of("Asia/Tokyo"),
                "JP",
                "東京都",
                e164 == null ? null : new RecipientPhone(e164, PhoneKind.MOBILE),
                email,
                Map.of(Fields.NAME, name),
                Map.of(),
                List.of(items));
    }

    public static NewRecipient.Item item(String model, String serial) {
        return new NewRecipient.Item(model, serial, null, 1, Map.of());
    }
}
