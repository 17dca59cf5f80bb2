package io.tocsin.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Remembers the latest answers. What many ask for at once is worked out once: the others wait for it. What fails is not
 * remembered.
 */
public final class Remembered<K, V> {
    private final Map<K, CompletableFuture<V>> answers;

    /** @param most answers; the one that nobody asked for longest goes first */
    public Remembered(int most) {
        answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                return size() > most;
            }
        };
    }

    public V get(K question, Supplier<V> answer) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> there;
        synchronized (answers) {
            there = answers.putIfAbsent(question, own);
        }
        if (there != null) {
            return waitFor(there);
        }
        try {
            own.complete(answer.get());
        } catch (RuntimeException | Error e) {
            synchronized (answers) {
                answers.remove(question, own);
            }
            own.completeExceptionally(e);
            throw e;
        }
        return own.join();
    }

    private static <V> V waitFor(CompletableFuture<V> there) {
        try {
            return there.join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw e;
        }
    }
}
