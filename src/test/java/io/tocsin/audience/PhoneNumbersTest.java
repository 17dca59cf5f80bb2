package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "０９０−１２３４−５６７８, JP, +819012345678, MOBILE",
        "090ー1234ー5678, JP, +819012345678, MOBILE",
        "(090) 1234 5678, JP, +819012345678, MOBILE",
        "9012345678, JP, +819012345678, MOBILE",
        "+81 (0)90-1234-5678, JP, +819012345678, MOBILE",
        "0081-90-1234-5678, JP, +819012345678, MOBILE",
        "携帯：090-1234-5678, JP, +819012345678, MOBILE",
        "03-3123-4567 内線 12, JP, +81331234567, LANDLINE",
        "03-3123-4567 / 090-1234-5678, JP, +81331234567, LANDLINE",
        "０１２０ー７９７ー１８８, JP, +81120797188, FREEPHONE",
        "050-3123-4567, JP, +815031234567, OTHER",
        "(212) 555-0123, US, +12125550123, MOBILE",
        "1-800-356-9377, US, +18003569377, FREEPHONE",
        "+44 20 7946 0958, JP, +442079460958, LANDLINE",
        "020 7946 0958, GB, +442079460958, LANDLINE",
        "06 1234 5678, FR, +33612345678, MOBILE",
    })
    void whatPeopleTypeBecomesOneNumber(String typed, String country, String e164, PhoneKind kind) {
        assertThat(PhoneNumbers.read(typed, country))
                .isEqualTo(new PhoneNumbers.Read.Usable(new RecipientPhone(e164, kind)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "9.01235E+09, JP, PHONE_CUT",
        "9E9, JP, PHONE_CUT",
        "不明, JP, PHONE_INVALID",
        "090-1234-567, JP, PHONE_INVALID",
        "090-1234-567O, JP, PHONE_INVALID",
        "110, JP, PHONE_INVALID",
        "000-0000-0000, JP, PHONE_INVALID",
        "-, JP, PHONE_INVALID",
    })
    void whatIsNoNumberIsToldFromOne(String typed, String country, Remark why) {
        assertThat(PhoneNumbers.read(typed, country)).isEqualTo(new PhoneNumbers.Read.Unusable(why));
    }

    @Property(tries = 20_000)
    void theShortWayGivesWhatTheLibraryGives(@ForAll("typedInJapan") String typed) {
        assertThat(PhoneNumbers.read(typed, "JP")).as(typed).isEqualTo(PhoneNumbers.carefully(typed, "JP"));
    }

    @Property(tries = 3_000)
    void anyTextIsReadWithoutFailing(@ForAll String typed, @ForAll("countries") String country) {
        assertThat(PhoneNumbers.read(typed, country)).isNotNull();
    }

    @Property(tries = 3_000)
    void aNumberReadStaysItselfWhenReadAgain(@ForAll("typedInJapan") String typed) {
        if (PhoneNumbers.read(typed, "JP") instanceof PhoneNumbers.Read.Usable usable) {
            assertThat(PhoneNumbers.read(usable.phone().e164(), "US")).isEqualTo(usable);
        }
    }

    @Property(tries = 2_000)
    void everyFormTheLibraryWritesIsReadBack(
            @ForAll("countries") String country, @ForAll PhoneNumberUtil.PhoneNumberFormat format) {
        var util = PhoneNumberUtil.getInstance();
        var example = util.getExampleNumberForType(country, PhoneNumberUtil.PhoneNumberType.MOBILE);
        String written = util.format(example, format);
        if (format != PhoneNumberUtil.PhoneNumberFormat.RFC3966) {
            assertThat(PhoneNumbers.read(written, country))
                    .isInstanceOfSatisfying(PhoneNumbers.Read.Usable.class, read -> assertThat(
                                    read.phone().e164())
                            .isEqualTo(util.format(example, PhoneNumberUtil.PhoneNumberFormat.E164)));
        }
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of("JP", "US", "GB", "DE", "FR", "AU", "BR", "KR", "IN");
    }

    /** Mostly near what is a number: every service prefix, lengths one too short and too long, hyphens anywhere. */
    @Provide
    Arbitrary<String> typedInJapan() {
        Arbitrary<String> prefix = Arbitraries.of(
                "090", "080", "070", "060", "020", "050", "0120", "0800", "0570", "0990", "03", "06", "011", "0190", "0701",
                "0700", "0900", "0177", "0");
        Arbitrary<String> rest = Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(9);
        Arbitrary<String> hyphen = Arbitraries.of("", "-", "-", " ", "--", ".");
        return Combinators.combine(prefix, hyphen, rest, hyphen, Arbitraries.integers().between(0, 6), Arbitraries.of("", "", "", "-"))
                .as((p, first, digits, second, at, end) -> p + first + digits.substring(0, Math.min(at, digits.length()))
                        + second + digits.substring(Math.min(at, digits.length())) + end);
    }
}
