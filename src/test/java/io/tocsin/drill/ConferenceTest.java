package io.tocsin.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConferenceTest {
    private final List<String> news = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    private final Conference conference = new Conference("CF1", "WT1", (event, guest) -> news.add(event));

    private Conference.Guest guest(String call, String label, boolean endsIt) {
        return new Conference.Guest(call, label, false, endsIt, false, () -> released.add(call));
    }

    @Test
    void itStartsWithTheSecondAndEndsForEverybodyWithTheFirstWhoseLeavingEndsIt() {
        conference.join(guest("agent", "", true));
        assertThat(conference.isStarted()).isFalse();
        conference.join(guest("caller", "", true));
        assertThat(conference.isStarted()).isTrue();

        conference.leave("caller");

        assertThat(news)
                .containsExactly(
                        "participant-join",
                        "participant-join",
                        "conference-start",
                        "participant-leave",
                        "conference-end");
        assertThat(released).containsExactly("agent");
        assertThat(conference.join(guest("late", "", false))).isFalse();
    }

    @Test
    void aListenerComesAndGoesWithoutEndingAnything() {
        conference.join(guest("agent", "", true));
        conference.join(guest("caller", "", true));
        conference.invite(guest("listener", "L", false));
        assertThat(conference.guest("L"))
                .hasValueSatisfying(guest ->
                        assertThat(guest.connected()).as("the telephone rings").isFalse());
        assertThat(conference.invite(guest("other", "L", false)))
                .as("the label is taken")
                .isFalse();

        conference.join(guest("listener", "L", false));
        conference.leave("listener");

        assertThat(conference.isOver()).isFalse();
        assertThat(released).isEmpty();
    }

    @Test
    void whoseTelephoneStillRingsIsReleasedWithTheOthers() {
        conference.join(guest("agent", "", true));
        conference.join(guest("caller", "", true));
        conference.invite(guest("listener", "L", false));

        conference.leave("agent");
        conference.leave("agent");

        assertThat(released).containsExactly("caller", "listener");
        assertThat(news.stream().filter("conference-end"::equals)).hasSize(1);
    }
}
