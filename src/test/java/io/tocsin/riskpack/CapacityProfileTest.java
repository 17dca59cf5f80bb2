package io.tocsin.riskpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityProfileTest {
    private final CapacityProfile large =
            ShippedPacks.pack("product-recall").profiles().get("large");

    @Test
    void aCenterWithOneLanguageHasNoSeatsForOthers() {
        CapacityProfile resolved = large.resolvedFor("JP", List.of("ja"));

        assertThat(resolved.seats())
                .allSatisfy(s -> assertThat(s.languages()).containsExactly("ja"))
                .hasSize(large.seats().size() - 2);
    }

    @Test
    void eachFurtherLanguageHasItsOwnSeats() {
        CapacityProfile resolved = large.resolvedFor("US", List.of("en", "ja"));

        assertThat(resolved.seatCount()).isEqualTo(200);
        assertThat(resolved.seats())
                .filteredOn(s -> s.languages().equals(List.of("ja")))
                .extracting(CapacityProfile.SeatNeed::count)
                .containsExactlyInAnyOrder(2, 4);
    }

    @Test
    void numbersAreWantedInTheCountryOfTheCenter() {
        assertThat(large.resolvedFor("JP", List.of("ja")).numbers())
                .allSatisfy(n -> assertThat(n.country()).isEqualTo("JP"));
    }
}
