package io.tocsin.drill.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionTest {
    private static final JsonNode WORKER = Json.tree("""
            {"languages":["ja","en"],"clearance":2,"site":"home","personal_data":true,"name":"O'Brien",
             "person":{"city":"Kanazawa"}}""");

    @Example
    void evaluatesWhatWorkflowsAndQueuesSay() {
        holds("languages HAS 'ja'");
        holds("languages HAS \"en\" AND clearance >= 2");
        holds("'ja' IN languages");
        holds("site IN ['home', 'partner']");
        holds("site NOT IN ['headquarters']");
        holds("personal_data == true AND NOT (site == 'partner' OR clearance < 2)");
        holds("person.city == 'Kanazawa'");
        holds("site CONTAINS 'om'");
        holds("name == 'O\\'Brien'");
        holds("clearance == 2.0");
        holds("1==1");
        holds("missing == null");
        holds("missing != 'x'");
        holds("site != 'x' and languages has 'ja'");
    }

    @Example
    void whatIsMissingFitsNoComparison() {
        fails("missing == 'x'");
        fails("missing > 1");
        fails("missing HAS 'x'");
        fails("site > 1");
        fails("languages == 'ja'");
        fails("missing");
    }

    @Example
    void andBindsStrongerThanOr() {
        holds("site == 'home' OR site == 'x' AND site == 'y'");
        fails("(site == 'home' OR site == 'x') AND site == 'y'");
    }

    @Example
    void bothSidesOfATargetCanBeNamed() {
        JsonNode both = Expression.both(Json.tree("{\"language\":\"ja\"}"), WORKER);
        assertThat(Expression.parse("task.language IN worker.languages").matches(both))
                .isTrue();
    }

    @Example
    void whatIsNoExpressionIsRefusedWithThePlace() {
        for (String broken : new String[] {"", "languages HAS", "(a == 1", "a == 'x", "a == 1 b", "a ~ 1", "AND"}) {
            assertThatThrownBy(() -> Expression.parse(broken)).as(broken).isInstanceOf(ExpressionException.class);
        }
        assertThatThrownBy(() -> Expression.parse("a == 1 b == 2")).hasMessageContaining("position 7");
    }

    @Property
    void deMorganHolds(@ForAll("conditions") String a, @ForAll("conditions") String b) {
        boolean negated = matches("NOT (" + a + " AND " + b + ")");
        assertThat(negated).as("%s / %s", a, b).isEqualTo(matches("NOT (" + a + ") OR NOT (" + b + ")"));
    }

    @Property
    void aConditionAndItsNegationNeverBothHold(@ForAll("conditions") String condition) {
        assertThat(matches(condition)).isNotEqualTo(matches("NOT (" + condition + ")"));
    }

    @Property
    void anyTextInQuotesIsFoundAgain(@ForAll String text) {
        String quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'").replaceAll("[\\r\\n]", " ") + "'";
        JsonNode attributes = Json.object(java.util.Map.of("a", text.replaceAll("[\\r\\n]", " ")));
        assertThat(Expression.parse("a == " + quoted).matches(attributes)).isTrue();
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> simple = Arbitraries.of(
                "languages HAS 'ja'",
                "languages HAS 'fr'",
                "clearance > 1",
                "clearance <= 1",
                "site == 'home'",
                "site IN ['a','home']",
                "missing == 'x'",
                "personal_data",
                "NOT personal_data");
        return Arbitraries.lazyOf(
                () -> simple,
                () -> simple.tuple2().map(pair -> "(" + pair.get1() + " OR " + pair.get2() + ")"),
                () -> simple.tuple2().map(pair -> "(" + pair.get1() + " AND " + pair.get2() + ")"));
    }

    private static void holds(String expression) {
        assertThat(matches(expression)).as(expression).isTrue();
    }

    private static void fails(String expression) {
        assertThat(matches(expression)).as(expression).isFalse();
    }

    private static boolean matches(String expression) {
        return Expression.parse(expression).matches(WORKER);
    }
}
