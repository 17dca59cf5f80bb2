package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import java.util.List;

/**
 * One inquiry as its page shows it.
 *
 * @param reason null while nobody knows
 * @param lines what happened, in order
 * @param attachments none for readers without clearance
 * @param others what the same person turned to the center with besides
 * @param chat its live side; null for none, and where that is over
 * @param told version of the facts that an answer tells now
 * @param answers how far the answers in writing are on their way
 * @param candidates who can be given it
 */
record InquiryView(
        Inquiry inquiry,
        Phrase reason,
        boolean overdue,
        List<ThreadLine> lines,
        List<Attachments.Attachment> attachments,
        List<VoiceMessages.VoiceMessage> voices,
        int others,
        Chat chat,
        List<Reasons.Reason> reasons,
        int told,
        List<Phrase> answers,
        List<Assignments.Candidate> candidates,
        Phrase said,
        Rights rights) {
    /** What this person may press now. */
    record Rights(
            boolean take,
            boolean putBack,
            boolean escalate,
            boolean record,
            boolean joinChat,
            boolean answer,
            boolean assign) {}

    public String path() {
        return list() + "/" + inquiry.id();
    }

    public String list() {
        return InquiryPages.path(inquiry.centerId());
    }

    public List<InquiryOutcome> outcomes() {
        return List.of(InquiryOutcome.values());
    }
}
