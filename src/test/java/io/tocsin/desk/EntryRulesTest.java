package io.tocsin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.platform.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryRulesTest {
    @Test
    void everythingThatStandsInTheWayIsSaidAtOnce() {
        assertThat(new CheckIn(false, false, true, false, false, true, false).obstacles())
                .extracting(Violation::field)
                .containsExactly("rulesAcknowledged", "network", "home", "oneTimeCode", "wave");
    }

    @Test
    void atTheOfficeNeitherHomePermissionNorACodeIsAskedFor() {
        assertThat(new CheckIn(true, true, false, false, false, true, true).obstacles())
                .isEmpty();
    }

    @Test
    void atHomeACodeIsAskedForUnlessSwitchedOff() {
        assertThat(new CheckIn(true, true, true, true, false, true, true).obstacles())
                .extracting(Violation::field)
                .containsExactly("oneTimeCode");
        assertThat(new CheckIn(true, true, true, true, false, false, true).obstacles())
                .isEmpty();
        assertThat(new CheckIn(true, true, true, true, true, true, true).obstacles())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.3, true",
        "10.1.0.0/16, 10.2.0.1, false",
        "10.1.0.0/16, ::ffff:10.1.2.3, true",
        "10.1.4.0/22, 10.1.7.255, true",
        "10.1.4.0/22, 10.1.8.0, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "10.0.0.0/8, nonsense, false"
    })
    void aNetworkHoldsWhatBeginsLikeIt(String network, String address, boolean holds) {
        assertThat(Cidr.parse(network).contains(address)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"10.1.0.0/33", "office", "10.1/16/8", "2001:db8::/129", "10.0.0.0/-1"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyOurOwnProxiesAreBelieved() {
        Networks networks = new Networks(new TestDeskConfig() {
            @Override
            public java.util.Optional<List<String>> proxies() {
                return java.util.Optional.of(List.of("10.0.0.0/8"));
            }
        });
        assertThat(networks.origin("203.0.113.5", "192.0.2.1"))
                .as("somebody who forwards for themselves")
                .isEqualTo("203.0.113.5");
        assertThat(networks.origin("10.0.0.2", "192.0.2.1, 198.51.100.4"))
                .as("what our proxy saw; what stands before it was made up")
                .isEqualTo("198.51.100.4");
        assertThat(networks.origin("10.0.0.2", "198.51.100.4, 10.0.0.9")).isEqualTo("198.51.100.4");
        assertThat(networks.origin("10.0.0.2", null)).isEqualTo("10.0.0.2");
    }

    @Test
    void aSiteThatIsNotNamedMayWorkFromAnywhereAndANamedOneMayNot() {
        Networks networks = new Networks(new TestDeskConfig() {
            @Override
            public java.util.Map<String, List<String>> networks() {
                return java.util.Map.of("headquarters", List.of("10.1.0.0/16", "2001:db8::/32"));
            }
        });
        assertThat(networks.allows("home", "203.0.113.5")).isTrue();
        assertThat(networks.allows("headquarters", "203.0.113.5")).isFalse();
        assertThat(networks.allows("headquarters", "10.1.9.9")).isTrue();
    }
}
