package io.tocsin.ivr;

import io.tocsin.ivr.Answer.Note;
import io.tocsin.platform.CenterKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Seals what is personal in a step before it leaves memory. */
@ApplicationScoped
class RowSealer {
    private static final Logger LOG = Logger.getLogger(RowSealer.class);
    static final String CALLER = "call.caller";
    static final String CALLBACK = "callback.number";
    private final CenterKeys keys;

    RowSealer(CenterKeys keys) {
        this.keys = keys;
    }

    /** Fetches the center's keys while the database is there, so that sealing works when it is not. */
    void warm(UUID centerId) {
        seal(centerId, "", CALLER);
    }

    JournalRow row(Step step) {
        Draft draft = new Draft();
        switch (step.note()) {
            case Note.Nothing nothing -> {}
            case Note.Lost lost -> draft.outcome = "lost";
            case Note.Language language -> draft.language = language.language();
            case Note.Queued queued -> draft.reason = queued.reason();
            case Note.LeavesFor leaves -> draft.outcome = "leaves-queue";
            case Note.Outcome outcome -> draft.end(outcome.outcome());
            case Note.Ended ended -> draft.ended = true;
            case Note.AnsweredBy answered -> draft.answeredBy = answered.worker();
            case Note.CallbackAsked asked -> {
                draft.end("call-back");
                draft.callbackHash = keys.lookupHash(asked.number());
                draft.callbackSealed = seal(step.centerId(), asked.number(), CALLBACK);
            }
            case Note.MessageLeft left -> {
                draft.end("voicemail");
                draft.recordingSid = left.recordingSid();
                draft.seconds = left.seconds();
            }
        }
        if (!step.caller().isEmpty()) {
            draft.callerHash = keys.lookupHash(step.caller());
            draft.callerSealed = seal(step.centerId(), step.caller(), CALLER);
        }
        return draft.row(step);
    }

    /** Null where the center has no key set: then a number is kept as its hash only. */
    private byte[] seal(UUID centerId, String value, String context) {
        try {
            return keys.encrypt(centerId, value, context);
        } catch (RuntimeException e) {
            LOG.warnf("a number is kept as its hash only, center %s: %s", centerId, e.getMessage());
            return null;
        }
    }

    /** The row while it is being filled. */
    private static final class Draft {
        private String outcome;
        private String reason;
        private String answeredBy;
        private String language;
        private boolean ended;
        private String callerHash;
        private byte[] callerSealed;
        private String callbackHash;
        private byte[] callbackSealed;
        private String recordingSid;
        private int seconds;

        private void end(String how) {
            outcome = how;
            ended = true;
        }

        private JournalRow row(Step step) {
            return new JournalRow(
                    step.id(),
                    step.callSid(),
                    step.centerId(),
                    step.node(),
                    step.action(),
                    step.language(),
                    step.key(),
                    step.at(),
                    null,
                    outcome,
                    reason,
                    answeredBy,
                    language != null ? language : step.language().isEmpty() ? null : step.language(),
                    ended,
                    callerHash,
                    callerSealed,
                    callbackHash,
                    callbackSealed,
                    recordingSid,
                    seconds);
        }
    }
}
