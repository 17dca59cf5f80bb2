package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@TocsinTest
class IdempotencyTest {
    private static final Object REQUEST = Map.of("size", 1);

    @Inject
    Idempotency idempotency;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void ofManyAtTheSameMomentOneDoesTheWorkAndAllGetItsAnswer() throws Exception {
        List<Idempotency.Answer> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<Idempotency.Answer> ask = () -> idempotency.once("me", key, REQUEST, this::work);
            for (Future<Idempotency.Answer> answer : pool.invokeAll(Collections.nCopies(8, ask))) {
                answers.add(answer.get());
            }
        }

        assertThat(done).hasValue(1);
        assertThat(answers).containsOnly(answers.get(0));
    }

    @Test
    void workThatFailedIsNotRemembered() {
        assertThatThrownBy(() -> idempotency.once("me", key, REQUEST, () -> {
                    throw new IllegalStateException("not today");
                }))
                .hasMessageContaining("not today");

        assertThat(idempotency.once("me", key, REQUEST, this::work).status()).isEqualTo(201);
        assertThat(done).hasValue(1);
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        idempotency.once("me", key, REQUEST, this::work);
        idempotency.once("somebody else", key, REQUEST, this::work);

        assertThat(done).hasValue(2);
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() {
        idempotency.once("me", key, REQUEST, this::work);

        assertThatThrownBy(() -> idempotency.once("me", key, Map.of("size", 2), this::work))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo("idempotency-key-reused"));
        assertThat(done).hasValue(1);
    }

    @Test
    void withoutAKeyEveryRequestIsItsOwn() {
        idempotency.once("me", null, REQUEST, this::work);
        idempotency.once("me", " ", REQUEST, this::work);

        assertThat(done).hasValue(2);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        idempotency.once("me", key, REQUEST, this::work);

        idempotency.forget(Instant.now().minusSeconds(60));
        idempotency.once("me", key, REQUEST, this::work);
        assertThat(done).as("a minute ago is not long ago").hasValue(1);

        idempotency.forget(Instant.now().plusSeconds(60));
        idempotency.once("me", key, REQUEST, this::work);
        assertThat(done).hasValue(2);
    }

    private Idempotency.Answer work() {
        return new Idempotency.Answer(201, "/made/" + done.incrementAndGet(), Json.object(Map.of("n", 1)));
    }
}
