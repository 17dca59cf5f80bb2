package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.console.Form;
import io.tocsin.platform.Json;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentFormTest {
    @Test
    void meansEverybodyWhereNothingIsFilledIn() {
        assertThat(Segment.of(SegmentForm.read(Form.with(Map.of("model", " ")))))
                .isEqualTo(Segment.everybody());
    }

    @Test
    void asksForAllOfWhatIsFilledInAndForAnyOfSeveralValues() {
        JsonNode criteria = SegmentForm.read(Form.with(Map.of(
                "model",
                "K1、 K2",
                "serialFrom",
                "A100",
                "serialTo",
                "A199",
                "otherField",
                "attribute.leaked",
                "otherValue",
                "card")));

        assertThat(criteria).isEqualTo(Json.tree("""
            {"all": [{"field": "model", "is": ["K1", "K2"]}, {"field": "serial", "from": "A100", "to": "A199"},
                     {"field": "attribute.leaked", "contains": "card"}]}\
            """));
        assertThat(Segment.of(criteria).json()).isEqualTo(criteria);
        assertThat(SegmentWords.of(criteria).en())
                .isEqualTo("model K1 or K2 and serial number A100–A199 and leaked contains “card”");
        assertThat(SegmentWords.of(criteria).ja()).isEqualTo("型番が K1・K2、かつ 製造番号が A100–A199、かつ leakedに「card」を含む");
    }

    @Test
    void saysWhatARangeLacksWhereOneEndIsEmpty() {
        JsonNode criteria = SegmentForm.read(Form.with(Map.of("serialFrom", "A100")));

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Segment.of(criteria));

        assertThat(refused.problem().violations()).extracting(Violation::field).containsExactly("segment.to");
    }

    @Test
    void masksAllOfAValueButWhatTellsItsKind() {
        assertThat(MappingForm.masked("山田 太郎")).isEqualTo("山•••");
        assertThat(MappingForm.masked("𠮷田")).isEqualTo("𠮷•••");
        assertThat(MappingForm.masked("")).isEmpty();
    }
}
