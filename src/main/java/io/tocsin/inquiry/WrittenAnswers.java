package io.tocsin.inquiry;

import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.UUID;

/** Answers in writing to people who do not wait on a line or in a chat: by e-mail. */
public interface WrittenAnswers {
    /** Whether the person can be answered so. */
    boolean isPossible(Inquiry inquiry);

    /** How far the answers of an inquiry are on their way, the first first. */
    List<Phrase> states(Inquiry inquiry);

    /**
     * The inquiry is the agent's from then on, unless it is over. Goes out as it was written; masked it stays in the thread.
     *
     * @param seen version of the inquiry that the agent has read, as If-Match: the same form sent twice is one answer; null
     *     where the caller sees to that
     * @return what was stored, with what was masked in it
     * @throws io.tocsin.platform.ProblemException {@code no-address} where the person left none, {@code inquiry-taken}
     *     where somebody else has it, {@code version-old} where it changed since it was read
     */
    Masked answer(UUID centerId, UUID inquiryId, String text, String agent, String seen);
}
