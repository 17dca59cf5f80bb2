package io.tocsin.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The moves of inquiries and chats. */
class InquiryStateTest {
    @Test
    void everyInquiryCanBeResolvedAndAResolvedOneOnlyReopened() {
        for (InquiryState state : InquiryState.values()) {
            Set<InquiryState> reached = EnumSet.of(state);
            while (reached.addAll(
                    reached.stream().flatMap(s -> s.next().stream()).collect(java.util.stream.Collectors.toSet()))) {
                // until nothing more can be reached
            }
            assertThat(reached).as("from %s", state).contains(InquiryState.RESOLVED);
        }
        assertThat(InquiryState.RESOLVED.next()).containsExactly(InquiryState.OPEN);
    }

    @Test
    void anEscalatedInquiryGoesBackToNoQueue() {
        assertThat(InquiryState.ESCALATED.mayMoveTo(InquiryState.OPEN)).isFalse();
    }

    @Test
    void anEndedChatStaysEnded() {
        assertThat(Arrays.stream(ChatState.values()).filter(ChatState.ENDED::mayMoveTo))
                .isEmpty();
        assertThat(Arrays.stream(ChatState.values()).filter(s -> s != ChatState.ENDED))
                .allMatch(s -> s.mayMoveTo(ChatState.ENDED));
    }
}
