package io.tocsin.desk;

import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.Threads;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.ivr.OutgoingSteps;
import io.tocsin.ivr.Twiml;
import io.tocsin.platform.CarrierForm;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Calls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Answers the carrier on agents' calls, and finds out about those of which it says nothing. */
@ApplicationScoped
class CallBackTalk {
    private static final Logger LOG = Logger.getLogger(CallBackTalk.class);
    /** How long the person's telephone rings, in seconds. */
    private static final int RING = 30;

    private static final Duration SILENT = Duration.ofMinutes(1);

    private final CallBackTable table;
    private final CallBacks callBacks;
    private final CallBackPaths paths;
    private final Contacts contacts;
    private final Inquiries inquiries;
    private final Threads threads;
    private final LiveScripts voices;
    private final OutgoingSteps journal;
    private final Calls calls;
    private final DeskSeats seats;

    CallBackTalk(
            CallBackTable table,
            CallBacks callBacks,
            CallBackPaths paths,
            Contacts contacts,
            Inquiries inquiries,
            Threads threads,
            LiveScripts voices,
            OutgoingSteps journal,
            Calls calls,
            DeskSeats seats) {
        this.table = table;
        this.callBacks = callBacks;
        this.paths = paths;
        this.contacts = contacts;
        this.inquiries = inquiries;
        this.threads = threads;
        this.voices = voices;
        this.journal = journal;
        this.calls = calls;
        this.seats = seats;
    }

    /** @return TwiML */
    String answer(UUID centerId, UUID id, CallBackPaths.Step step, CarrierForm form) {
        CallBack call =
                table.find(id).filter(c -> c.centerId().equals(centerId)).orElse(null);
        if (call == null) {
            return new Twiml().hangUp().document();
        }
        String sid = form.get("CallSid");
        if (!sid.isEmpty()) {
            table.placed(id, sid);
        }
        Inquiry inquiry = inquiries.get(centerId, call.inquiryId());
        return switch (step) {
            case AGENT -> agent(call, inquiry, sid);
            case PERSON -> {
                CallBack.Outcome outcome = CallBack.Outcome.ofPerson(form.get("DialCallStatus"));
                table.person(id, outcome);
                journal.took(centerId, sid, inquiry.language(), "call-back-" + word(outcome));
                yield new Twiml().hangUp().document();
            }
            case FALLBACK -> new Twiml().hangUp().document();
            case STATUS -> {
                callBacks.end(call, CallBack.Outcome.ofAgent(form.get("CallStatus")));
                journal.took(centerId, sid, inquiry.language(), "call-back-over");
                yield new Twiml().document();
            }
        };
    }

    private static String word(CallBack.Outcome outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The person hears, and sees, the center's own number. */
    private String agent(CallBack call, Inquiry inquiry, String sid) {
        Optional<CenterVoice> voice = voices.voice(call.centerId());
        Optional<String> number = threads.phone(inquiry);
        if (call.state() == CallBack.State.ENDED || voice.isEmpty() || number.isEmpty()) {
            return new Twiml().hangUp().document();
        }
        contacts.answered(call.contactId());
        journal.took(call.centerId(), sid, inquiry.language(), "call-back-agent");
        return new Twiml()
                .dial(
                        number.get(),
                        voice.get().number(),
                        paths.of(call.centerId(), call.id(), CallBackPaths.Step.PERSON),
                        RING)
                .document();
    }

    /** Looks up calls of which nothing was heard: after a crash, a lost answer, a lost word of the carrier. */
    void settle() {
        for (CallBack call : table.takeSilent(SILENT)) {
            try {
                settle(call);
            } catch (VendorFailure e) {
                LOG.debugf("the carrier does not tell of a call-back now call-back=%s", call.id());
            }
        }
    }

    private void settle(CallBack call) {
        Optional<String> sid = Optional.ofNullable(call.callSid()).or(() -> lost(call));
        boolean goesOn = sid.flatMap(s -> calls.find(call.mode(), s))
                .filter(seen -> !seen.isOver())
                .isPresent();
        if (goesOn) {
            table.placed(call.id(), sid.get());
        } else {
            callBacks.end(call, sid.isEmpty() ? CallBack.Outcome.NOT_PLACED : CallBack.Outcome.NO_ANSWER);
        }
    }

    /** The carrier took the call and its answer was lost. */
    private Optional<String> lost(CallBack call) {
        String ring = contacts.find(call.centerId(), call.contactId())
                .flatMap(contact -> seats.find(call.centerId(), contact.seatNo()))
                .map(DeskSeat::ring)
                .orElse("");
        String from = voices.voice(call.centerId()).map(CenterVoice::number).orElse("");
        return ring.isEmpty() || from.isEmpty()
                ? Optional.empty()
                : calls.to(call.mode(), from, ring, call.begunAt()).stream()
                        .findFirst()
                        .map(Calls.Seen::sid);
    }
}
