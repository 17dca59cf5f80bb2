package io.tocsin.announcement;

import static io.tocsin.announcement.AnnouncementState.APPROVED;
import static io.tocsin.announcement.AnnouncementState.CANCELLED;
import static io.tocsin.announcement.AnnouncementState.DRAFT;
import static io.tocsin.announcement.AnnouncementState.FIRST_SHARE;
import static io.tocsin.announcement.AnnouncementState.PAUSED;
import static io.tocsin.announcement.AnnouncementState.RUNNING;
import static io.tocsin.announcement.AnnouncementState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncementStateTest {
    @Test
    void nothingSendsThatWasNotApproved() {
        for (AnnouncementState from : EnumSet.of(DRAFT, SUBMITTED)) {
            assertThat(Arrays.stream(AnnouncementState.values()).filter(from::mayMoveTo))
                    .as("from %s", from)
                    .noneMatch(AnnouncementState::sends);
        }
        assertThat(DRAFT.mayMoveTo(APPROVED)).as("past the second person").isFalse();
    }

    @Test
    void whatIsCancelledStaysSoAndEverythingUnfinishedCanBeCancelled() {
        assertThat(Arrays.stream(AnnouncementState.values()).filter(CANCELLED::mayMoveTo))
                .isEmpty();
        Set<AnnouncementState> over = EnumSet.of(CANCELLED, AnnouncementState.COMPLETED);
        assertThat(Arrays.stream(AnnouncementState.values()).filter(s -> !over.contains(s)))
                .allMatch(s -> s.mayMoveTo(CANCELLED));
    }

    @Test
    void whatSendsCanBePausedAndGoesOnFromThere() {
        assertThat(Arrays.stream(AnnouncementState.values()).filter(AnnouncementState::sends))
                .containsExactly(FIRST_SHARE, RUNNING)
                .allMatch(s -> s.mayMoveTo(PAUSED) && PAUSED.mayMoveTo(s));
    }
}
