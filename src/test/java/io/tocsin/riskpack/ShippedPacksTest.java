package io.tocsin.riskpack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every pack that ships must hold. */
class ShippedPacksTest {
    @ParameterizedTest
    @ValueSource(strings = {"product-recall", "data-breach", "disaster"})
    void aPackIsComplete(String id) {
        RiskPack pack = ShippedPacks.pack(id);

        assertThat(pack.profiles()).containsOnlyKeys("standby", "small", "medium", "large");
        assertThat(pack.faq()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(pack.faq()).allSatisfy(entry -> assertThat(entry.questions().values())
                .as("several wordings of %s in each language", entry.id())
                .allSatisfy(wordings -> assertThat(wordings).hasSizeGreaterThanOrEqualTo(2)));
        assertThat(pack.runbook().stream().map(RunbookTask::phase).collect(Collectors.toSet()))
                .isEqualTo(Set.of(RunbookTask.Phase.values()));
        assertThat(pack.talk()).isNotEmpty();
        assertThat(pack.facts().facts()).anyMatch(FactSchema.Fact::mandatory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-recall", "data-breach", "disaster"})
    void theVersionChangesWithAnyFile(String id) {
        RiskPack pack = ShippedPacks.pack(id);
        Map<String, String> texts = new TreeMap<>(pack.files().texts());
        texts.merge("closing.yaml", "\n# changed", String::concat);

        assertThat(new PackFiles(texts).hash()).isNotEqualTo(pack.version());
        assertThat(new PackFiles(pack.files().texts()).hash()).isEqualTo(pack.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"website", "hotlineHours"})
    void aRevisedFactLeadsToEveryTextThatUsesIt(String fact) {
        RiskPack pack = ShippedPacks.pack("product-recall");

        Map<String, Set<String>> files = pack.filesUsing(List.of(fact));

        assertThat(files).containsKey("notices/notice.web.ja.html");
        files.forEach((path, facts) -> {
            assertThat(facts).containsExactly(fact);
            assertThat(pack.files().texts().get(path)).contains(fact);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-recall", "data-breach", "disaster"})
    void theWholePackCanBeReadThroughTheApi(String id) {
        JsonNode view = Json.tree(PackView.of(ShippedPacks.pack(id)));

        assertThat(view.path("facts").isEmpty()).isFalse();
        assertThat(view.path("notices")).hasSize(12);
        assertThat(view.path("faq").path(0).path("questions").path("ja").isEmpty())
                .isFalse();
        assertThat(view.path("profiles")
                        .path(1)
                        .path("numbers")
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("freephone");
    }
}
