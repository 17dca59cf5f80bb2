package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatManyAskAtOnceIsWorkedOutOnce() throws Exception {
        Remembered<String, Integer> remembered = new Remembered<>(4);
        CountDownLatch all = new CountDownLatch(8);
        Callable<Integer> ask = () -> {
            all.countDown();
            return remembered.get("a", () -> {
                await(all);
                return made.incrementAndGet();
            });
        };

        try (var readers = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers =
                    readers.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList());
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void theOneThatNobodyAskedForLongestGoesFirst() {
        Remembered<String, Integer> remembered = new Remembered<>(2);
        remembered.get("a", made::incrementAndGet);
        remembered.get("b", made::incrementAndGet);
        remembered.get("a", made::incrementAndGet);
        remembered.get("c", made::incrementAndGet);

        assertThat(remembered.get("a", made::incrementAndGet)).isEqualTo(1);
        assertThat(remembered.get("b", made::incrementAndGet)).isEqualTo(4);
    }

    @Test
    void whatFailsIsAskedAgain() {
        Remembered<String, Integer> remembered = new Remembered<>(2);
        assertThatThrownBy(() -> remembered.get("a", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(remembered.get("a", made::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void aReaderWhoRefusesCompressionGetsNone() {
        assertThat(Gzip.isTakenBy("gzip, deflate, br")).isTrue();
        assertThat(Gzip.isTakenBy("br;q=1.0, gzip;q=0.8")).isTrue();
        assertThat(Gzip.isTakenBy("gzip;q=0")).isFalse();
        assertThat(Gzip.isTakenBy("identity")).isFalse();
        assertThat(Gzip.isTakenBy(null)).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
