package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.platform.Json;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private final Segments segments = new Segments(null);

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String broken = """
                {"all":[{"field":"shoe size","is":"44"},{"field":"model"},
                        {"field":"serial","from":"A1","to":"B9"},{"field":"serial","from":"A9","to":"A1"},
                        {"any":[]}]}""";

        assertThatThrownBy(() -> Segment.of(Json.tree(broken)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().violations())
                                .extracting(Violation::field)
                                .containsExactly(
                                        "segment.all[0].field",
                                        "segment.all[1]",
                                        "segment.all[2]",
                                        "segment.all[3]",
                                        "segment.all[4].any"));
    }

    @Test
    void whatPeopleTypeNeverBecomesSql() {
        String evil = "'; drop table recipient; --";
        Segment segment = Segment.of(Json.tree(Json.write(java.util.Map.of(
                "any",
                java.util.List.of(
                        java.util.Map.of("field", "attribute." + evil, "is", evil),
                        java.util.Map.of("field", "item." + evil, "contains", evil),
                        java.util.Map.of("field", "model", "is", java.util.List.of(evil)))))));

        SqlWhere where = segments.where(new UUID(0, 1), segment);

        assertThat(where.condition()).doesNotContain("drop").startsWith("r.audience_id = ? and (");
        assertThat(where.condition().chars().filter(c -> c == '?').count())
                .isEqualTo(where.arguments().size());
    }

    @Test
    void nothingMeansEverybody() {
        assertThat(Segment.of(null)).isEqualTo(Segment.everybody());
        assertThat(Segment.of(Json.tree("{}"))).isEqualTo(Segment.everybody());
        assertThat(segments.where(new UUID(0, 1), Segment.everybody()).arguments())
                .containsExactly(new UUID(0, 1));
    }
}
