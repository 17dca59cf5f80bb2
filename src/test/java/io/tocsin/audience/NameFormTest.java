package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One form for a name however it is written. */
class NameFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Margaret O'Neill | O’NEILL, Margaret",
                "João Ferreira | joao paulo ferreira",
                "Mr. John Smith | Smith John",
                "Jean-Luc Moreau | JeanLuc MOREAU",
                "山田 太郎 | 山田太郎様",
                "ﾔﾏﾀﾞ ﾀﾛｳ | やまだたろう",
                "佐藤　花子 | 佐藤花子"
            })
    void theSameNameHasOneForm(String one, String other) {
        assertThat(NameForm.of(one)).isNotNull().isEqualTo(NameForm.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Madonna", "株式会社山田", "Widget Inc", "J S", "", "山"})
    void whatIsNoFullNameHasNone(String name) {
        assertThat(NameForm.of(name)).isNull();
    }

    @Test
    void theReadingComesFromTheColumnThatIsCalledSo() {
        assertThat(NameForm.reading(Map.of("name", "山田太郎", "フリガナ", "やまだ たろう"))).isEqualTo("ヤマダタロウ");
        assertThat(NameForm.reading(Map.of("name", "山田太郎"))).isNull();
    }
}
