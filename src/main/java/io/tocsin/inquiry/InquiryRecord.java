package io.tocsin.inquiry;

import java.time.Instant;

/**
 * What an agent puts on record of a contact.
 *
 * @param reason code of {@link Reasons}
 * @param outcome {@link InquiryOutcome#FOLLOW_UP} needs {@code followUpDue}
 * @param note in the agent's words; masked before it is stored. Null for none
 * @param factVersionTold version of the facts that the person heard; null for none
 */
public record InquiryRecord(
        String reason, InquiryOutcome outcome, String note, Instant followUpDue, Integer factVersionTold) {}
