package io.tocsin.ivr;

import io.vertx.core.buffer.Buffer;

/** TwiML ready to send; at most one place in it is filled in per call. */
final class Rendered {
    /** Stands in a document where the caller's CallSid belongs. */
    static final String CALL_SID = "--call-sid--";

    private final Buffer whole;
    private final String head;
    private final String tail;

    Rendered(String document) {
        int slot = document.indexOf(CALL_SID);
        this.whole = slot < 0 ? Buffer.buffer(document) : null;
        this.head = slot < 0 ? "" : document.substring(0, slot);
        this.tail = slot < 0 ? "" : document.substring(slot + CALL_SID.length());
    }

    /** @param callSid letters and digits only */
    Buffer forCall(String callSid) {
        return whole != null ? whole : Buffer.buffer(head + callSid + tail);
    }
}
