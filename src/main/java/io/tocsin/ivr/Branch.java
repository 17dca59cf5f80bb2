package io.tocsin.ivr;

/**
 * One way out of a node.
 *
 * @param key the key pressed for {@link Kind#KEY} and {@link Kind#OFFER}; empty otherwise
 * @param target node reached; empty where the call ends
 */
public record Branch(String node, Kind kind, String key, String target) {
    /** What makes a caller take the branch. */
    public enum Kind {
        /** A key of a menu. */
        KEY,
        /** Nothing pressed until the tries are used up. */
        TIMEOUT,
        /** Keys that are not offered until the tries are used up. */
        WRONG_KEY,
        /** A key pressed while waiting in a queue. */
        OFFER,
        /** The queue is full or the carrier cannot queue. */
        OTHERWISE,
        /** Nothing to press: what follows by itself. */
        NEXT
    }

    /** As a person reads it: {@code key 1}, {@code time-out}. */
    public String label() {
        return switch (kind) {
            case KEY -> "key " + key;
            case TIMEOUT -> "time-out";
            case WRONG_KEY -> "wrong key";
            case OFFER -> "key " + key + " while waiting";
            case OTHERWISE -> "queue not possible";
            case NEXT -> "next";
        };
    }
}
