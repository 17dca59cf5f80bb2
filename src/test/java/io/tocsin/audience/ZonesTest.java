package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "JP, , , Asia/Tokyo",
        "JP, 北海道, +81112345678, Asia/Tokyo",
        "US, CA, +12125550123, America/Los_Angeles",
        "US, new york, , America/New_York",
        "US, , +12125550123, America/New_York",
        "US, , +13125550123, America/Chicago",
        "US, , +18085550123, Pacific/Honolulu",
        "CA, Ontario, , America/Toronto",
        "AU, WA, , Australia/Perth",
        "GB, , +442079460958, Europe/London",
        "DE, , , Europe/Berlin",
        "KR, , , Asia/Seoul",
    })
    void theTimeIsThatOfPlaceThenNumberThenCountry(String country, String region, String e164, String zone) {
        assertThat(Zones.of(country, region, e164, null)).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"US, , America/Denver", "US, +18003569377, America/Denver"})
    void whereNothingTellsTheAudiencesZoneHolds(String country, String e164, String zone) {
        assertThat(Zones.of(country, null, e164, ZoneId.of(zone))).isEqualTo(ZoneId.of(zone));
    }
}
