package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseTest {
    @Test
    void oneThingIsNotSeveral() {
        assertThat(Phrase.count("%s seat", "%s seats", "%s 席", 1)).isEqualTo(Phrase.of("1 seat", "1 席"));
        assertThat(Phrase.count("%s seat", "%s seats", "%s 席", 0)).isEqualTo(Phrase.of("0 seats", "0 席"));
        assertThat(Phrase.byCount("%d of %s is late", "%d of %s are late", "%2$s の %1$d 件が遅延", 1)
                        .with(1, Phrase.of("today's", "本日")))
                .isEqualTo(Phrase.of("1 of today's is late", "本日 の 1 件が遅延"));
    }
}
