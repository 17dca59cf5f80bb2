package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Anything that a carrier keeps under a SID.
 *
 * @param sid two letters for its kind and 32 hex digits
 * @param parent SID of what it belongs to; empty for what belongs to the account
 * @param name its FriendlyName; empty where it has none
 * @param place what may exist only once beside its kin (a phone number); null where nothing
 * @param state where it stands, for things that move by themselves
 * @param doc its fields as the REST API shows them
 */
record Thing(
        String sid,
        Kind kind,
        String parent,
        String name,
        String place,
        String state,
        int priority,
        ObjectNode doc,
        Instant createdAt) {
    enum Kind {
        NUMBER("PN"),
        SERVICE("MG"),
        SENDER("PN"),
        MESSAGE("SM"),
        CALL("CA"),
        RECORDING("RE"),
        WORKSPACE("WS"),
        ACTIVITY("WA"),
        QUEUE("WQ"),
        WORKFLOW("WW"),
        WORKER("WK"),
        TASK("WT"),
        RESERVATION("WR");

        final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    String text(String field) {
        return doc.path(field).asText("");
    }

    Thing withState(String next) {
        return new Thing(sid, kind, parent, name, place, next, priority, doc, createdAt);
    }
}
