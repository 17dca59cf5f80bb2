package io.tocsin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One address cannot take the site from the others, and is served again when its time is over. */
class WindowsTest {
    private static final long SECOND = 1_000;

    @Test
    void anAddressHasItsShareOfEachStretchOfTime() {
        Windows windows = new Windows(SECOND, 3);

        assertThat(IntStream.range(0, 5).filter(i -> windows.admits("a", 10)).count())
                .isEqualTo(3);
        assertThat(windows.admits("b", 10)).isTrue();
        assertThat(windows.admits("a", 10 + SECOND)).isTrue();
    }
}
