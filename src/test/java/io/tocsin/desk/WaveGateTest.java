package io.tocsin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaveGateTest {
    private static List<String> failed(ServiceLevel level, int atWork, int unheard, int coming, int supervisors) {
        return WaveGate.check(new WaveGate.View(level, atWork, unheard, coming, supervisors), new TestDeskConfig())
                .stream()
                .filter(c -> !c.holds())
                .map(WaveCheck::name)
                .toList();
    }

    @Test
    void aWaveBeginsWhenCallersAreAnsweredVoicesHeardAndSomebodySupervises() {
        assertThat(failed(new ServiceLevel(10, 9, 8), 5, 0, 5, 1)).isEmpty();
    }

    @Test
    void eachOfTheThreeHoldsItBack() {
        assertThat(failed(new ServiceLevel(10, 9, 7), 5, 0, 5, 1)).containsExactly("service-level");
        assertThat(failed(new ServiceLevel(10, 9, 8), 5, 1, 5, 1)).containsExactly("voice");
        assertThat(failed(new ServiceLevel(10, 9, 8), 5, 0, 5, 0)).containsExactly("supervision");
    }

    @Test
    void nobodyWhoCalledProvesNothing() {
        assertThat(failed(new ServiceLevel(0, 0, 0), 5, 0, 5, 1)).containsExactly("service-level");
    }

    @Test
    void whoComesCountsForTheSupervisionToo() {
        assertThat(failed(new ServiceLevel(10, 9, 8), 10, 0, 5, 1)).isEmpty();
        assertThat(failed(new ServiceLevel(10, 9, 8), 10, 0, 6, 1)).containsExactly("supervision");
    }
}
