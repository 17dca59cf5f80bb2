package io.tocsin.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Findings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The scripts that ship with the product. */
class PackScriptsTest {
    @SuppressWarnings("unused")
    static final java.util.List<String> PACKS = Scripts.PACKS;

    @ParameterizedTest
    @FieldSource("PACKS")
    void everyPacksScriptIsWithoutFault(String pack) {
        Findings findings = new Findings();

        Scripts.ofPack(pack, findings);

        assertThat(findings.all()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void everyScreenCanBeSpoken(String pack) {
        LiveScript live = Scripts.live(pack, Stage.OPEN);

        assertThat(live.warm().script().nodeNames()).isNotEmpty();
    }
}
