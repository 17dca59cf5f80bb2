package io.tocsin.ivr;

import io.tocsin.ivr.Answer.Note;
import io.tocsin.platform.CarrierForm;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Answers genuine webhooks from memory and has every step journaled. Never blocks. */
@ApplicationScoped
class VoiceDesk {
    /** Callers between leaving a queue and hearing what they chose instead; seconds at most. */
    private static final int LEAVING_AT_ONCE = 10_000;

    private final CallJournal journal;
    private final Clock clock;
    private final StepIds ids;
    private final Map<String, String> leaving = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > LEAVING_AT_ONCE;
        }
    });

    VoiceDesk(CallJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.ids = new StepIds(clock.instant());
    }

    /** @param walk whether this is a rehearsal, which leaves no trace */
    Reply answer(LiveScript live, VoiceUrl url, CarrierForm form, boolean walk) {
        String callSid = callSid(form.get("CallSid"));
        String leavingFor = url.action() == Action.QUEUE ? leaving.remove(callSid) : null;
        Ask ask = new Ask(
                url.node(),
                url.action(),
                live.language(url.language()),
                url.attempt(),
                form,
                leavingFor == null ? "" : leavingFor);
        Answer answer = CallFlow.answer(live, ask, walk);
        if (answer.note() instanceof Note.LeavesFor leaves) {
            leaving.put(callSid, leaves.node());
        }
        if (!walk) {
            // Who calls a closed number is none of our business any more: the center's keys may be destroyed already.
            record(url.centerId(), callSid, ask, live.stage() != Stage.CLOSED, answer.note());
        }
        return new Reply(live.screen(answer.screen()).forCall(callSid), answer.note() instanceof Note.Lost);
    }

    /** @param lost whether the caller's place was not found and the call starts again */
    record Reply(Buffer twiml, boolean lost) {}

    /** The carrier reports a call's end. */
    void ended(UUID centerId, CarrierForm form) {
        record(centerId, form, "status", new Note.Ended(form.get("CallStatus")));
    }

    /** The carrier reports that a caller and an agent have spoken, in a conference: the same end as that of a bridge. */
    void conversed(UUID centerId, String callSid, CarrierForm form) {
        if (form.get("StatusCallbackEvent").equals("conference-end")) {
            journal.record(
                    step(centerId, callSid(callSid), "", "conference", "", "", "", new Note.Outcome("answered")));
        }
    }

    /** The carrier could not reach us or understand our answer: start again, and after that take a message. */
    Buffer fallback(UUID centerId, CarrierForm form) {
        if (!form.get("RecordingSid").isEmpty()) {
            record(
                    centerId,
                    form,
                    "fallback",
                    new Note.MessageLeft(form.get("RecordingSid"), form.number("RecordingDuration")));
            return StaticAnswers.THANKS_ANSWER;
        }
        record(centerId, form, "fallback", Note.NONE);
        return form.get("ErrorUrl").contains(VoicePaths.entry(centerId))
                ? StaticAnswers.leaveMessage(VoicePaths.fallback(centerId))
                : StaticAnswers.startAgain(VoicePaths.entry(centerId));
    }

    /** An agent's telephone is about to ring. */
    void assigned(UUID centerId, String callSid, String worker) {
        journal.record(step(centerId, callSid(callSid), "", "assigned", "", "", "", new Note.AnsweredBy(worker)));
    }

    private void record(UUID centerId, CarrierForm form, String action, Note note) {
        journal.record(step(centerId, callSid(form.get("CallSid")), "", action, "", "", "", note));
    }

    private void record(UUID centerId, String callSid, Ask ask, boolean withCaller, Note note) {
        String digits = ask.form().get("Digits");
        journal.record(step(
                centerId,
                callSid,
                ask.node(),
                ask.action() == null ? "" : ask.action().path(),
                ask.language(),
                // More than one digit is a number that somebody keyed in, and that is personal.
                digits.length() == 1 ? digits : "",
                withCaller && ask.node().equals(CallFlow.ENTRY) ? ask.form().get("From") : "",
                note));
    }

    private Step step(
            UUID centerId,
            String callSid,
            String node,
            String action,
            String language,
            String key,
            String caller,
            Note note) {
        Instant now = clock.instant();
        return new Step(ids.next(now), callSid, centerId, node, action, language, key, now, caller, note);
    }

    /** Letters and digits only: it is written into TwiML. */
    static String callSid(String given) {
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                return "unknown";
            }
        }
        return given.isEmpty() || given.length() > 64 ? "unknown" : given;
    }
}
