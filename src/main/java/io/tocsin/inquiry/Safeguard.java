package io.tocsin.inquiry;

import io.tocsin.audience.ListedNames;
import io.tocsin.audience.Recipients;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.inquiry.masking.Masking;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Masks a text before it is stored, knowing whose thread it goes to. */
@ApplicationScoped
class Safeguard {
    private static final String PHONE_NUMBER = "phone-number";

    private final Recipients recipients;
    private final ListedNames listed;
    private final Ledger ledger;
    private final Sql sql;

    Safeguard(Recipients recipients, ListedNames listed, Ledger ledger, Sql sql) {
        this.recipients = recipients;
        this.listed = listed;
        this.ledger = ledger;
        this.sql = sql;
    }

    /** @param threadId null for the words of nobody in particular */
    Masked mask(UUID centerId, UUID threadId, String language, String text) {
        return Masking.mask(
                text,
                language,
                names(centerId, threadId),
                Set.copyOf(ledger.outputs(centerId, PHONE_NUMBER, "phoneNumber")),
                forms -> listed.among(centerId, forms));
    }

    private List<String> names(UUID centerId, UUID threadId) {
        if (threadId == null) {
            return List.of();
        }
        List<UUID> who = sql.list(
                "select recipient_id from inquiry_thread where id = ? and recipient_id is not null",
                row -> row.getObject(1, UUID.class),
                threadId);
        List<String> names = new ArrayList<>();
        recipients.read(centerId, who).forEach(recipient -> recipient.fields().forEach((field, value) -> {
            if (field.toLowerCase(java.util.Locale.ROOT).contains("name") && !value.isBlank()) {
                names.add(value);
            }
        }));
        return names;
    }
}
