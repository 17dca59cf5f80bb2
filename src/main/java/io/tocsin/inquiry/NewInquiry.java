package io.tocsin.inquiry;

import io.tocsin.audience.Contact;
import java.time.Instant;
import java.util.UUID;

/**
 * Something a person turns to the center with.
 *
 * @param contact how the person can be reached; null where nobody knows
 * @param recipientId whom we know this to be; null to look by the contact
 * @param text as the person wrote it; null where nothing was written. Masked before it is stored
 * @param vendorId the carrier's id of the call or message; the same one twice is one inquiry. Null for none
 * @param reason code of {@link Reasons}; null while not known
 * @param personalData whether only cleared seats may have it
 * @param dueAt when somebody is to get back to the person; null for as soon as may be
 */
public record NewInquiry(
        UUID centerId,
        InquiryChannel channel,
        String language,
        Contact contact,
        UUID recipientId,
        String text,
        String vendorId,
        String reason,
        int priority,
        boolean personalData,
        Instant dueAt) {
    /** Nothing known yet but where and how; only for cleared seats. */
    public static NewInquiry of(UUID centerId, InquiryChannel channel, String language) {
        return new NewInquiry(centerId, channel, language, null, null, null, null, null, 0, true, null);
    }

    public NewInquiry from(Contact contact, UUID recipientId) {
        return new NewInquiry(
                centerId,
                channel,
                language,
                contact,
                recipientId,
                text,
                vendorId,
                reason,
                priority,
                personalData,
                dueAt);
    }

    public NewInquiry saying(String text) {
        return new NewInquiry(
                centerId,
                channel,
                language,
                contact,
                recipientId,
                text,
                vendorId,
                reason,
                priority,
                personalData,
                dueAt);
    }

    public NewInquiry vendor(String vendorId) {
        return new NewInquiry(
                centerId,
                channel,
                language,
                contact,
                recipientId,
                text,
                vendorId,
                reason,
                priority,
                personalData,
                dueAt);
    }

    public NewInquiry about(String reason, int priority, boolean personalData) {
        return new NewInquiry(
                centerId,
                channel,
                language,
                contact,
                recipientId,
                text,
                vendorId,
                reason,
                priority,
                personalData,
                dueAt);
    }

    public NewInquiry due(Instant dueAt) {
        return new NewInquiry(
                centerId,
                channel,
                language,
                contact,
                recipientId,
                text,
                vendorId,
                reason,
                priority,
                personalData,
                dueAt);
    }

    @Override
    public String toString() {
        return "NewInquiry " + channel;
    }
}
