package io.tocsin.inquiry;

import io.tocsin.event.NewEvent;
import io.tocsin.event.Outbox;
import io.tocsin.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Tells the world about inquiries: ids and states, no person and no word. Schemas: {@code schemas/inquiry.*.json}. */
@ApplicationScoped
class InquiryEvents {
    private final Outbox outbox;

    InquiryEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void opened(UUID inquiry, UUID center, InquiryChannel channel) {
        tell("inquiry.opened", inquiry, center, channel);
    }

    void escalated(Inquiry inquiry) {
        tell("inquiry.escalated", inquiry.id(), inquiry.centerId(), inquiry.channel());
    }

    void resolved(Inquiry inquiry) {
        tell("inquiry.resolved", inquiry.id(), inquiry.centerId(), inquiry.channel());
    }

    private void tell(String type, UUID inquiry, UUID center, InquiryChannel channel) {
        outbox.add(new NewEvent(
                Topic.INQUIRY,
                inquiry.toString(),
                type,
                Map.of("inquiry", inquiry, "center", center, "channel", channel)));
    }
}
