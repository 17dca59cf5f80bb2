package io.tocsin.desk;

import io.tocsin.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The call or chat at hand, as far as the seat may see.
 *
 * @param kind {@code CALL} or {@code CHAT}
 * @param stage {@code OFFERED}, {@code ANSWERED} or {@code ENDED}
 * @param chat null for a call
 * @param waitedSeconds how long the person waited for this seat's answer
 * @param heard whether a supervisor listens at this moment
 * @param inquiry that this contact is; null until there is one
 * @param recorded whether an agent has put something on record of it
 * @param callBack whether the agent called
 * @param campaign whether it is a call of a campaign
 * @param picked whether the person of such a call has picked up: then the agent's telephone rings
 * @param called how that went; null while nobody knows, and for others
 */
public record ContactView(
        UUID id,
        String kind,
        String stage,
        UUID chat,
        String queue,
        String reason,
        String language,
        boolean personalData,
        Instant offeredAt,
        Instant answeredAt,
        Instant endedAt,
        long waitedSeconds,
        boolean heard,
        UUID inquiry,
        boolean recorded,
        boolean callBack,
        boolean campaign,
        boolean picked,
        Phrase called,
        Known known) {
    static ContactView of(
            Contact contact,
            Instant queuedAt,
            boolean heard,
            UUID inquiry,
            boolean recorded,
            boolean picked,
            Phrase called,
            Known known) {
        Instant answered = contact.answeredAt() == null ? contact.offeredAt() : contact.answeredAt();
        return new ContactView(
                contact.id(),
                contact.kind().name(),
                contact.stage().name(),
                contact.chatId(),
                contact.queue(),
                contact.reason(),
                contact.language(),
                contact.personalData(),
                contact.offeredAt(),
                contact.answeredAt(),
                contact.endedAt(),
                queuedAt == null
                        ? 0
                        : Math.max(0, Duration.between(queuedAt, answered).toSeconds()),
                heard,
                inquiry,
                recorded,
                contact.isCallBack() || contact.isCampaign(),
                contact.isCampaign(),
                picked,
                called,
                known);
    }
}
