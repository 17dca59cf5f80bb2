package io.tocsin.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something said in a thread.
 *
 * @param seq in the order in which it was said
 * @param by the agent; null for others
 * @param text masked
 * @param masked kinds of personal data that were masked in it
 */
public record Message(long seq, UUID inquiry, Author author, String by, String text, List<String> masked, Instant at) {
    public Message {
        masked = List.copyOf(masked);
    }

    @Override
    public String toString() {
        return "Message " + seq;
    }
}
