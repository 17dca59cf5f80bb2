package io.tocsin.ivr;

import java.util.HashMap;
import java.util.Map;

/** What happened at a node, as the last part of a webhook's path. */
enum Action {
    /** The caller arrives. */
    ENTER(""),
    /** A key was pressed. */
    KEY("key"),
    /** Nothing was pressed in time. */
    SILENCE("silence"),
    /** Another number was keyed in for the call-back. */
    NUMBER("number"),
    /** No number was keyed in. */
    NUMBER_SILENCE("number-silence"),
    /** A message was spoken. */
    RECORDED("recorded"),
    /** The carrier has stored the message. */
    RECORDING("recording"),
    /** The caller waits. */
    WAIT("wait"),
    /** A waiting caller pressed a key. */
    WAIT_KEY("wait-key"),
    /** The caller is out of the queue, for whatever reason. */
    QUEUE("queue"),
    /** A caller who left the queue chose what to do instead. */
    LEFT_KEY("left-key");

    private static final Map<String, Action> BY_PATH = new HashMap<>();
    private final String path;

    static {
        for (Action action : values()) {
            BY_PATH.put(action.path, action);
        }
    }

    Action(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Null if there is no such action. */
    static Action fromPath(String path) {
        return BY_PATH.get(path);
    }
}
