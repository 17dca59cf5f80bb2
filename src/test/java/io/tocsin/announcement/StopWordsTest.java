package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StopWordsTest {
    @Test
    void optOutsAreUnderstoodInAnyWidthCaseAndPunctuation() {
        for (String reply : List.of(
                "STOP",
                "stop",
                " Stop. ",
                "ＳＴＯＰ",
                "ｓｔｏｐ！",
                "STOPALL",
                "Stop all",
                "unsubscribe",
                "Cancel",
                "END",
                "quit",
                "revoke",
                "OPTOUT",
                "opt-out",
                "配信停止",
                "配信停止。",
                "「停止」",
                "解除",
                "停止してください",
                "ストップ",
                "\u3000配信停止\u3000")) {
            assertThat(StopWords.of(reply)).as(reply).isEqualTo(StopWords.Wish.STOP);
        }
    }

    @Test
    void whatOnlyMentionsThemIsForAPersonToRead() {
        for (String reply :
                List.of("When will it stop?", "停止した商品はどこですか", "I cannot cancel my order", "", "endless", "はい", "👍")) {
            assertThat(StopWords.of(reply)).as(reply).isEqualTo(StopWords.Wish.NONE);
        }
        assertThat(StopWords.of("start")).isEqualTo(StopWords.Wish.START);
        assertThat(StopWords.of("Help!")).isEqualTo(StopWords.Wish.HELP);
    }

    @Test
    void aBounceIsReadByItsStatusAndNotByItsWords() {
        UUID id = UUID.randomUUID();
        String end = "\r\nMessage-ID: <" + id + "@tocsin>\r\n";
        assertThat(Bounces.read("Action: failed\r\nStatus: 5.1.1" + end))
                .contains(new Bounces.Bounce(id, Bounces.Word.FAILED));
        assertThat(Bounces.read("Action: delayed\r\nStatus: 4.4.7" + end))
                .contains(new Bounces.Bounce(id, Bounces.Word.WAIT));
        assertThat(Bounces.read("Action: failed\r\nStatus: 4.2.2" + end))
                .contains(new Bounces.Bounce(id, Bounces.Word.WAIT));
        assertThat(Bounces.read("Action: failed\r\nStatus: 5.1.1\r\nMessage-ID: <x@elsewhere>"))
                .isEmpty();
        assertThat(Bounces.read("I am out of office until Monday." + end)).isEmpty();
    }

    @Test
    void aPacedAnnouncementReleasesOneMessageAtOnceAndThenByTheClock() {
        assertThat(Waves.due(60, Duration.ZERO, 0)).isEqualTo(1);
        assertThat(Waves.due(60, Duration.ofSeconds(10), 1)).isEqualTo(10);
        assertThat(Waves.due(60, Duration.ofSeconds(10), 11)).isZero();
        assertThat(Waves.due(6_000, Duration.ofMinutes(2), 0)).isEqualTo(12_001);
    }

    @Test
    void theFirstShareIsJudgedByItsFailuresAndOptOutsDoNotCount() {
        assertThat(FirstShare.judge(standing(2, 18, 50), 10).holds()).isTrue();
        assertThat(FirstShare.judge(standing(3, 17, 50), 10).holds()).isFalse();
        assertThat(FirstShare.judge(standing(0, 0, 5), 10).holds()).isTrue();
    }

    private static Counts.Standing standing(long failed, long delivered, long suppressed) {
        return new Counts.Standing(
                Map.of(
                        DeliveryState.FAILED,
                        failed,
                        DeliveryState.DELIVERED,
                        delivered,
                        DeliveryState.SUPPRESSED,
                        suppressed),
                List.of(),
                0,
                0,
                0,
                null,
                null,
                null);
    }
}
