package io.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSegmentsTest {
    @ParameterizedTest
    @CsvSource({"a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "火,70,1", "火,71,2", "火,134,2", "火,135,3"
    })
    void theLimitsAreThoseOfTheStandard(String letter, int count, int segments) {
        assertThat(SmsSegments.of(letter.repeat(count)).segments()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"a,true", "é,true", "[,true", "€,true", "ç,false", "火,false", "😀,false", "’,false"})
    void oneLetterOutsideTheAlphabetWidensAll(String letter, boolean gsm7) {
        assertThat(SmsSegments.of("plain " + letter).gsm7()).isEqualTo(gsm7);
    }

    @Property
    void anEscapedLetterIsNeverTornApart(@ForAll @IntRange(min = 0, max = 400) int before) {
        SmsSegments segments = SmsSegments.of("a".repeat(before) + "{" + "a".repeat(153));

        boolean atTheSeam = before % 153 == 152 && segments.segments() > 1;
        int filler = atTheSeam ? 1 : 0;
        assertThat(segments.segments())
                .isEqualTo(segments.units() <= 160 ? 1 : Math.ceilDiv(segments.units() + filler, 153));
        assertThat(segments.units()).isEqualTo(before + 2 + 153);
    }

    @Property
    void aLongerTextNeverTakesFewerSegments(
            @ForAll @StringLength(max = 500) String text, @ForAll @StringLength(max = 50) String more) {
        assertThat(SmsSegments.of(text + more).segments())
                .isGreaterThanOrEqualTo(SmsSegments.of(text).segments());
    }

    @Property
    void noTextIsCountedBelowItsLength(@ForAll @StringLength(max = 700) String text) {
        SmsSegments segments = SmsSegments.of(text);
        int most = segments.gsm7() ? 160 : 70;

        assertThat(segments.segments() * most).isGreaterThanOrEqualTo(Math.min(segments.units(), most));
        assertThat(segments.segments()).isGreaterThanOrEqualTo(1);
    }
}
