package io.tocsin.regime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final JsonNode FACTS =
            Json.tree("{\"malicious\": \"yes\", \"peopleCount\": 1001, \"kind\": \"food\", \"blank\": \" \"}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "malicious = yes | true",
                "malicious = no | false",
                "malicious != no | true",
                "peopleCount > 1000 | true",
                "peopleCount > 1001 | false",
                "peopleCount >= 1001 | true",
                "peopleCount < 1001 | false",
                "peopleCount <= 1001 | true",
                "kind in food, drug | true",
                "kind in drug, device | false",
                "unknown != yes | false",
                "blank != yes | false",
                "malicious > 3 | false"
            })
    void aConditionHoldsOnlyOnWhatIsKnown(String written, boolean holds) {
        assertThat(Condition.parse(written))
                .hasValueSatisfying(c -> assertThat(c.holds(FACTS)).isEqualTo(holds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "malicious", "malicious == ", "peopleCount > many", "= yes"})
    void whatIsNoConditionIsNotTakenForOne(String written) {
        assertThat(Condition.parse(written)).isEmpty();
    }
}
