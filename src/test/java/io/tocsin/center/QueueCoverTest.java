package io.tocsin.center;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ivr.IvrScript;
import io.tocsin.ivr.IvrScriptPart;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.ShippedPacks;
import io.tocsin.seat.Seats;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueCoverTest {
    private static final QueueNeed HARM = new QueueNeed("harm-ja", "harm", "ja", "harm", true, 50);

    @Test
    void aQueueIsCoveredByOneSeatWithLanguageSkillAndClearance() {
        assertThat(QueueCover.atWork(List.of(HARM), List.of(seat("ja", "harm", true))))
                .isEmpty();
    }

    @Test
    void seatsThatLackOneThingEachCoverNothing() {
        // given three agents, each without one thing that the queue asks for
        List<Seats.AtWork> atWork =
                List.of(seat("en", "harm", true), seat("ja", "recall", true), seat("ja", "harm", false));

        // when
        List<Phrase> findings = QueueCover.atWork(List.of(HARM), atWork);

        // then
        assertThat(findings).singleElement().satisfies(f -> assertThat(f.en())
                .contains("harm-ja", "ja, harm, personal data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-recall", "data-breach", "disaster"})
    void everySizeOfAShippedPackWantsSomebodyForEveryQueueInItsFirstWave(String packId) {
        RiskPack pack = ShippedPacks.pack(packId, new IvrScriptPart());
        List<String> languages = List.of("en", "ja");
        List<QueueNeed> queues = pack.part(IvrScript.class).queues(languages);

        pack.profiles().values().stream().filter(p -> p.minimumSeats() > 0).forEach(profile -> {
            List<Seats.AtWork> least = profile.resolvedFor("US", languages).seats().stream()
                    .filter(s -> s.wave() == 1)
                    .map(QueueCoverTest::least)
                    .toList();
            assertThat(QueueCover.atWork(queues, least))
                    .as("%s in size %s", packId, profile.name())
                    .isEmpty();
        });
    }

    /** Whoever has just what the seat asks for. */
    private static Seats.AtWork least(CapacityProfile.SeatNeed need) {
        return new Seats.AtWork(need.languages(), need.skills(), need.personalData());
    }

    private static Seats.AtWork seat(String language, String skill, boolean personalData) {
        return new Seats.AtWork(List.of(language), List.of(skill), personalData);
    }
}
