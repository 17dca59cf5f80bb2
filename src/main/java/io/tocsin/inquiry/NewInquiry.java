package io.tocsin.inquiry;

import io.tocsin.audience.Contact;
import java.time.Instant;
import java.util.UUID;

/**
 * Something a person turns to the center with.
 *
 * @param contact how the person can be reached; null where nobody knows
 * @param otherContact another way to reach the same person; null for none
 * @param recipientId whom we know this to be; null to look by the contact
 * @param threadId the thread that it belongs to, whoever the contact is; null to look by the recipient and the contact
 * @param text as the person wrote it; null where nothing was written. Masked before it is stored
 * @param vendorId the carrier's id of the call or message; the same one twice is one inquiry. Null for none
 * @param reason code of {@link Reasons}; null while not known
 * @param priority the higher the sooner
 * @param personalData whether only cleared seats may have it
 * @param dueAt when somebody is to get back to the person; null for as soon as may be
 */
public record NewInquiry(
        UUID centerId,
        InquiryChannel channel,
        String language,
        Contact contact,
        Contact otherContact,
        UUID recipientId,
        UUID threadId,
        String text,
        String vendorId,
        String reason,
        int priority,
        boolean personalData,
        Instant dueAt) {
    /** Nothing known yet but where and how; only for cleared seats. */
    public static Draft of(UUID centerId, InquiryChannel channel, String language) {
        return new Draft(centerId, channel, language);
    }

    @Override
    public String toString() {
        return "NewInquiry " + channel;
    }

    /** Filled in with what is known. */
    public static final class Draft {
        private final UUID centerId;
        private final InquiryChannel channel;
        private final String language;
        private Contact contact;
        private Contact otherContact;
        private UUID recipientId;
        private UUID threadId;
        private String text;
        private String vendorId;
        private String reason;
        private int priority;
        private boolean personalData = true;
        private Instant dueAt;

        private Draft(UUID centerId, InquiryChannel channel, String language) {
            this.centerId = centerId;
            this.channel = channel;
            this.language = language;
        }

        public Draft from(Contact contact, UUID recipientId) {
            this.contact = contact;
            this.recipientId = recipientId;
            return this;
        }

        /** @param otherContact null for none */
        public Draft alsoAt(Contact otherContact) {
            this.otherContact = otherContact;
            return this;
        }

        /** It goes on with what was said there. */
        public Draft inThread(UUID threadId) {
            this.threadId = threadId;
            return this;
        }

        public Draft saying(String text) {
            this.text = text;
            return this;
        }

        public Draft vendor(String vendorId) {
            this.vendorId = vendorId;
            return this;
        }

        public Draft about(String reason, int priority, boolean personalData) {
            this.reason = reason;
            this.priority = priority;
            this.personalData = personalData;
            return this;
        }

        public Draft due(Instant dueAt) {
            this.dueAt = dueAt;
            return this;
        }

        public NewInquiry done() {
            return new NewInquiry(
                    centerId,
                    channel,
                    language,
                    contact,
                    otherContact,
                    recipientId,
                    threadId,
                    text,
                    vendorId,
                    reason,
                    priority,
                    personalData,
                    dueAt);
        }
    }
}
