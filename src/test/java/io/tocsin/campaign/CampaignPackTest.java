package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ivr.IvrScriptPart;
import io.tocsin.platform.Finding;
import io.tocsin.riskpack.PackFiles;
import io.tocsin.riskpack.PackLoader;
import io.tocsin.riskpack.PackPart;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.ShippedPacks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignPackTest {
    private static final PackPart<?>[] PARTS = {new IvrScriptPart(), new CampaignScriptPart(new IvrScriptPart())};

    static RiskPack pack(String id) {
        return ShippedPacks.pack(id, PARTS);
    }

    @Test
    void aRecallCollects() {
        assertThat(pack("product-recall").part(CampaignScript.class).agent()).isEqualTo("returns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-breach", "disaster"})
    void whereThereIsNothingToCollectThePackIsFineWithoutACampaign(String id) {
        assertThat(pack(id).parts()).doesNotContainKey(CampaignScript.class);
    }

    @Test
    void everythingWrongIsSaidAtOnceWithFileAndLine() {
        List<String> found = findings(text -> text.replace("agent: returns", "agent: welcome")
                .replace(
                        "{organization} with a safety message. You may have {productName}, which is being recalled. {hazard}",
                        "{nobody} {hazard}")
                .replace("wrong-key:", "wrong-keys:"));

        assertThat(found)
                .anySatisfy(f -> assertThat(f).contains("campaign.yaml", "'welcome'", "returns"))
                .anySatisfy(f -> assertThat(f).contains("campaign.yaml", "{nobody}"))
                .anySatisfy(f -> assertThat(f).contains("campaign.yaml", "'wrong-keys'"))
                .anySatisfy(f -> assertThat(f).contains("campaign.yaml", "'wrong-key' is missing"));
    }

    @Test
    void aMissingLanguageIsFound() {
        assertThat(findings(text -> text.replaceFirst("  ja: \"キーの入力を確認できませんでした。\"\n", "")))
                .anySatisfy(f -> assertThat(f).contains("'ja'"));
    }

    private static List<String> findings(UnaryOperator<String> edit) {
        Map<String, String> texts = new TreeMap<>(
                ShippedPacks.files(ShippedPacks.PACKS, "product-recall").texts());
        texts.compute("campaign.yaml", (file, text) -> edit.apply(text));
        PackLoader.Outcome outcome = ShippedPacks.loader(PARTS).load("product-recall", new PackFiles(texts));
        assertThat(outcome).isInstanceOf(PackLoader.Broken.class);
        return ((PackLoader.Broken) outcome)
                .findings().stream().map(Finding::toString).toList();
    }
}
