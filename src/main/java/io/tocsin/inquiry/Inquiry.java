package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.UUID;

/**
 * One contact with a person.
 *
 * @param thread what the person turned to us with otherwise; null for those from before there were threads
 * @param recipient whom of the audience we know this to be; null for nobody, and for readers without clearance
 * @param reason code of {@link Reasons}; null while not known
 * @param priority the higher the sooner
 * @param body what was written, masked; null where nothing was, and for readers without clearance
 * @param personalData whether only cleared seats may have it
 * @param token stands for a verified person towards seats without clearance; null for none
 * @param callSid the carrier's id of the call or message; null for other channels
 * @param dueAt when the follow-up is due; null for none
 * @param factsVersion version of the facts that was told; null while none was
 * @param satisfaction from 1 to 5, as the person said at the end; null for no answer
 */
public record Inquiry(
        UUID id,
        UUID centerId,
        UUID thread,
        UUID recipient,
        InquiryChannel channel,
        InquiryState state,
        String language,
        String reason,
        int priority,
        String body,
        boolean personalData,
        String token,
        Instant verifiedAt,
        String callSid,
        String takenBy,
        Instant takenAt,
        Instant dueAt,
        InquiryOutcome outcome,
        Integer factsVersion,
        Integer satisfaction,
        Instant receivedAt,
        Instant resolvedAt,
        long version) {
    /** As a seat without clearance may see it: who it is and what they wrote stays out. */
    public Inquiry withoutPersonalData() {
        return new Inquiry(
                id,
                centerId,
                thread,
                null,
                channel,
                state,
                language,
                reason,
                priority,
                personalData ? null : body,
                personalData,
                token,
                verifiedAt,
                callSid,
                takenBy,
                takenAt,
                dueAt,
                outcome,
                factsVersion,
                satisfaction,
                receivedAt,
                resolvedAt,
                version);
    }

    /** Null while not known. */
    public Phrase reasonWords() {
        return Reasons.words(reason);
    }

    @Override
    public String toString() {
        return "Inquiry " + id + " " + state;
    }
}
