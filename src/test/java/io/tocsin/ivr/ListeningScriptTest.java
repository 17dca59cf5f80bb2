package io.tocsin.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes into a queue where supervisors may listen was told so, whatever way they came. */
class ListeningScriptTest {
    private static final Map<String, String> SAID =
            Map.of("en", "a supervisor may listen in to this call", "ja", "責任者がこの通話を聞くことがあります");

    private static LiveScript live(String pack, boolean listening) {
        return new LiveScript(
                Scripts.publication(
                        Scripts.text(Scripts.PACK_DIR.resolve(pack).resolve("script.yaml")),
                        Scripts.words(pack),
                        Scripts.LANGUAGES),
                Stage.OPEN,
                null,
                listening,
                Scripts.BASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-recall", "data-breach", "disaster"})
    void everyWayIntoAQueueTellsItFirstAndMarksTheTask(String pack) {
        LiveScript live = live(pack, true);
        List<String> queues = queues(live);
        assertThat(queues).isNotEmpty();
        for (String node : queues) {
            for (String language : Scripts.LANGUAGES) {
                for (String document : List.of(
                        live.screen(Screen.of(node, Screen.Part.ENTER, language))
                                .forCall("CA1")
                                .toString(),
                        live.queue(node, language, "CA1", Map.of()))) {
                    assertThat(document).contains(SAID.get(language)).contains("toldOfListening");
                    assertThat(document.indexOf(SAID.get(language)))
                            .as("before the queue")
                            .isLessThan(document.indexOf("<Enqueue"));
                }
            }
            String unchosen = live.screen(Screen.of(node, Screen.Part.ENTER, ""))
                    .forCall("CA1")
                    .toString();
            assertThat(unchosen).contains(SAID.get("en")).contains(SAID.get("ja"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-recall", "data-breach", "disaster"})
    void switchedOffNothingOfItIsHeard(String pack) {
        LiveScript live = live(pack, false);
        for (String node : queues(live)) {
            assertThat(live.queue(node, "en", "CA1", Map.of()))
                    .doesNotContain("listen in")
                    .doesNotContain("toldOfListening");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-recall"})
    void aPackMaySayItInItsOwnWords(String pack) {
        String script = Scripts.text(Scripts.PACK_DIR.resolve(pack).resolve("script.yaml"))
                .replaceFirst(
                        "  closed-until:", "  listening:\n    en: \"We listen.\"\n    ja: \"聞きます。\"\n  closed-until:");
        Findings findings = new Findings();
        IvrScript read = Scripts.read(script, Scripts.facts(pack), findings);
        assertThat(findings.all()).isEmpty();
        assertThat(read.prompts().listeningIn("en", Map.of())).isEqualTo("We listen.");
        assertThat(read.prompts().listeningIn("ja", Map.of())).isEqualTo("聞きます。");
    }

    @Test
    void onlyWhoWasToldMeetsTheAgentInAConferenceAndOnlyWhileItIsSwitchedOn() {
        assertThat(instruction(true, true).path("instruction").asText()).isEqualTo("conference");
        assertThat(instruction(true, true).path("conference_status_callback").asText())
                .isEqualTo(Scripts.BASE + VoicePaths.conference(Scripts.CENTER, "CA1"));
        assertThat(instruction(true, true).path("end_conference_on_exit").asBoolean())
                .isTrue();
        assertThat(instruction(true, true)
                        .path("end_conference_on_customer_exit")
                        .asBoolean())
                .isTrue();
        for (JsonNode bridged :
                List.of(instruction(true, false), instruction(false, true), instruction(false, false))) {
            assertThat(bridged).isEqualTo(Json.tree("""
                            {"instruction":"dequeue","to":"+12025550101","from":"+815000000000","timeout":20,
                             "post_work_activity_sid":"WA1"}"""));
        }
    }

    private static JsonNode instruction(boolean on, boolean told) {
        return AssignmentDesk.instruction(
                live("product-recall", on),
                told ? Json.object().put(AssignmentDesk.TOLD, true) : Json.object(),
                Json.object().put("contact_uri", "+12025550101").put("after_call", "WA1"),
                "CA1");
    }

    @Test
    void aCallThatGoesIntoAConferenceIsNotOverWhenItLeavesTheQueue() {
        String node = queues(live("product-recall", true)).getFirst();
        Ask redirected =
                new Ask(node, Action.QUEUE, "en", 1, CarrierForm.parse("CallSid=CA1&QueueResult=redirected"), "");
        assertThat(CallFlow.answer(live("product-recall", true), redirected, false)
                        .note())
                .isEqualTo(Answer.Note.NONE);
        assertThat(CallFlow.answer(live("product-recall", false), redirected, false)
                        .note())
                .isEqualTo(new Answer.Note.Outcome("transferred"));
    }

    private static List<String> queues(LiveScript live) {
        return live.script().nodes().values().stream()
                .filter(Node.Queueing.class::isInstance)
                .map(Node::name)
                .toList();
    }
}
