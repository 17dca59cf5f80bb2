package io.tocsin.drill;

import io.tocsin.drill.twiml.Verb;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does what the verbs of a document say, one after the other. */
final class Verbs {
    /** Spoken characters per second of life time, about. */
    private static final double CHARACTERS_PER_SECOND = 15;

    private static final double LONGEST_PROMPT = 120;

    private final VoiceCall call;

    Verbs(VoiceCall call) {
        this.call = call;
    }

    /** @return the next document; a document that runs out ends the call */
    List<Verb> play(List<Verb> verbs) {
        if (verbs.isEmpty() || !(verbs.getFirst() instanceof Verb.Reject)) {
            call.inProgress();
        }
        for (Verb verb : verbs) {
            List<Verb> next = play(verb);
            if (next != null) {
                return next;
            }
        }
        call.transcript().add("hung-up", "by", "carrier", "reason", "the document ended");
        throw new VoiceCall.Over("completed");
    }

    /** @return where the call goes on; null for the next verb of this document */
    private List<Verb> play(Verb verb) {
        return switch (verb) {
            case Verb.Prompt prompt -> {
                prompt(prompt);
                yield null;
            }
            case Verb.Gather gather -> gather(gather);
            case Verb.Redirect redirect -> call.fetch(redirect.method(), redirect.url(), Map.of());
            case Verb.Enqueue enqueue -> new QueueStay(call, this, enqueue).stay();
            case Verb.Record record -> record(record);
            case Verb.Dial dial -> dial(dial);
            case Verb.Sms sms -> sms(sms);
            case Verb.Leave ignored -> null;
            case Verb.Reject reject -> {
                call.transcript().add("rejected", "reason", reject.reason());
                throw new VoiceCall.Over(reject.reason().equals("busy") ? "busy" : "no-answer");
            }
            case Verb.Hangup ignored -> {
                call.transcript().add("hung-up", "by", "script");
                throw new VoiceCall.Over("completed");
            }
        };
    }

    /** Words, sounds and pauses. */
    void prompt(Verb.Prompt prompt) {
        switch (prompt) {
            case Verb.Say say -> {
                call.transcript().add("said", "text", say.text(), "language", say.language());
                call.rest(Math.min(LONGEST_PROMPT, say.text().length() / CHARACTERS_PER_SECOND));
            }
            case Verb.Play play -> {
                call.transcript().add("played", "url", play.url());
                call.rest(5);
            }
            case Verb.Pause pause -> call.rest(pause.seconds());
        }
    }

    List<Verb> gather(Verb.Gather gather) {
        gather.prompts().forEach(this::prompt);
        String pressed = call.plan().caller().press(gather.prompts());
        String digits = digits(gather, pressed);
        if (pressed.isEmpty()) {
            call.transcript().add("silent", "seconds", Double.toString(gather.timeout()));
            call.rest(gather.timeout());
            if (!gather.actionOnEmptyResult()) {
                return null;
            }
        } else {
            call.transcript().add("pressed", "keys", pressed);
            boolean finished = digits.length() >= gather.numDigits() || !digits.equals(pressed);
            call.rest(finished ? 0.5 : gather.timeout());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Digits", digits);
        fields.put("msg", "Gather End");
        return call.fetch(gather.method(), gather.action(), fields);
    }

    private static String digits(Verb.Gather gather, String pressed) {
        int end = gather.finishOnKey().isEmpty() ? -1 : pressed.indexOf(gather.finishOnKey());
        String digits = end < 0 ? pressed : pressed.substring(0, end);
        return digits.length() > gather.numDigits() ? digits.substring(0, gather.numDigits()) : digits;
    }

    private List<Verb> record(Verb.Record record) {
        double seconds = Math.min(record.maxLength(), 8);
        call.rest(seconds);
        String sid = Sids.next(Thing.Kind.RECORDING);
        String url = "https://api.twilio.com/2010-04-01/Accounts/"
                + call.room().config().accountSid() + "/Recordings/" + sid;
        call.room()
                .things()
                .add(RecordingsApi.recording(
                        sid,
                        call.room().config().accountSid(),
                        call.fields().get("CallSid"),
                        (int) Math.ceil(seconds),
                        call.room().clock()));
        call.transcript().add("recorded", "seconds", Double.toString(seconds), "recording", sid);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("RecordingSid", sid);
        fields.put("RecordingUrl", url);
        fields.put("RecordingDuration", Integer.toString((int) Math.ceil(seconds)));
        fields.put("Digits", "#");
        if (!record.statusCallback().isBlank()) {
            Map<String, String> all = call.fields();
            all.putAll(fields);
            all.put("RecordingStatus", "completed");
            call.room().webhooks().tell(call.absolute(record.statusCallback()), all);
        }
        return call.fetch(record.method(), record.action(), fields);
    }

    private List<Verb> dial(Verb.Dial dial) {
        Verb.Party party = dial.parties().getFirst();
        Phone phone = call.room().phones().at(party.address());
        String outcome = outcome(phone, party.address(), dial.timeout());
        call.transcript().add("dialed", "kind", party.kind(), "outcome", outcome);
        if (outcome.equals("completed")) {
            call.restReal(phone.byHand() ? 0 : phone.afterMs());
            call.transcript().answeredBy(party.kind().toLowerCase(java.util.Locale.ROOT));
            talk(phone, party.address());
        } else if (!phone.byHand()) {
            call.rest(phone.busy() ? 1 : dial.timeout());
        }
        return dial.action().isBlank()
                ? null
                : call.fetch(
                        dial.method(),
                        dial.action(),
                        Map.of("DialCallStatus", outcome, "DialCallSid", Sids.next(Thing.Kind.CALL)));
    }

    private String outcome(Phone phone, String address, double seconds) {
        if (phone.busy()) {
            return "busy";
        }
        boolean answered = phone.byHand()
                ? call.room().hands().ring(address, Duration.ofMillis(Math.round(seconds * 1000)))
                : phone.answers();
        return answered ? "completed" : "no-answer";
    }

    /** Until a person hangs up, on whichever end there is one. */
    private void talk(Phone phone, String address) {
        boolean ourEnd = call.room().phones().at(call.plan().to()).byHand();
        if (phone.byHand() || ourEnd) {
            call.room().hands().talk(phone.byHand() ? address : call.plan().to());
        } else {
            call.restReal(Math.round(phone.talkSeconds() * 1000));
        }
    }

    private List<Verb> sms(Verb.Sms sms) {
        String to = sms.to().isBlank() ? call.plan().from() : sms.to();
        String from = sms.from().isBlank() ? call.plan().to() : sms.from();
        String status = "sent";
        String sid = "";
        try {
            String callback = sms.statusCallback().isBlank() ? "" : call.absolute(sms.statusCallback());
            sid = call.room()
                    .messages()
                    .send(to, from, "", sms.body(), callback)
                    .sid();
        } catch (CarrierError e) {
            status = "failed";
        }
        call.transcript().add("message", "text", sms.body(), "status", status);
        return sms.action().isBlank()
                ? null
                : call.fetch(sms.method(), sms.action(), Map.of("MessageSid", sid, "SmsSid", sid, "SmsStatus", status));
    }
}
