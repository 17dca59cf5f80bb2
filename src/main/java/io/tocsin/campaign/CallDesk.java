package io.tocsin.campaign;

import io.tocsin.audience.SuppressionReason;
import io.tocsin.campaign.CallTalk.Deed;
import io.tocsin.campaign.CallTalk.Screen;
import io.tocsin.campaign.CallTalk.Turn;
import io.tocsin.campaign.CampaignScript.Place;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.ivr.Twiml;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the carrier on calls of ours. May ask the database, and has an answer for when that is away. */
@ApplicationScoped
class CallDesk {
    private static final int OFFERS = 3;
    private static final String BY = "called person";

    private final Attempts attempts;
    private final CallEnds ends;
    private final Campaigns campaigns;
    private final Cases cases;
    private final Registrations registrations;
    private final PickupSlots slots;
    private final CampaignScripts scripts;
    private final LiveScripts voices;
    private final CallPaths paths;
    private final Sql sql;

    CallDesk(
            Attempts attempts,
            CallEnds ends,
            Campaigns campaigns,
            Cases cases,
            Registrations registrations,
            PickupSlots slots,
            CampaignScripts scripts,
            LiveScripts voices,
            CallPaths paths,
            Sql sql) {
        this.attempts = attempts;
        this.ends = ends;
        this.campaigns = campaigns;
        this.cases = cases;
        this.registrations = registrations;
        this.slots = slots;
        this.scripts = scripts;
        this.voices = voices;
        this.paths = paths;
        this.sql = sql;
    }

    /** One moment of one call. */
    private record Moment(CallAttempt attempt, CenterVoice voice, CallWriter writer, List<CollectionCase> household) {}

    /** @return TwiML */
    String answer(CallAttempt attempt, CallUrl url, CarrierForm form) {
        if (url.step() == CallStep.STATUS) {
            over(attempt, form);
            return new Twiml().document();
        }
        String sid = form.get("CallSid");
        if (!sid.isEmpty()) {
            attempts.placed(attempt.id(), sid);
        }
        Optional<CenterVoice> voice = voices.voice(attempt.centerId());
        if (voice.isEmpty()) {
            return CallFallback.GOODBYE;
        }
        Moment m = moment(attempt, voice.get());
        return switch (url.step()) {
            case ANSWER -> picked(m, form);
            case MENU -> take(m, CallTalk.menu(form.get("Digits"), url.attempt()), form);
            case ALREADY -> take(m, CallTalk.already(form.get("Digits"), url.attempt()), form);
            case SLOTS -> {
                List<PickupSlot> read = slots.read(attempt.campaignId(), url.slots());
                yield take(m, CallTalk.slots(form.get("Digits"), url.attempt(), url.page(), read), form);
            }
            case DIALED -> dialed(m, form);
            case FALLBACK -> m.writer().write(new Screen.Last(Place.GOODBYE, Optional.empty()));
            case STATUS -> throw new IllegalStateException("answered above");
        };
    }

    private Moment moment(CallAttempt attempt, CenterVoice voice) {
        List<CollectionCase> household = cases.behind(attempt.campaignId(), attempt.phoneHash());
        CallWriter writer = new CallWriter(
                scripts.of(attempt.centerId()),
                voice,
                attempt.language(),
                household.size(),
                paths.baseUrl() + CallPaths.PREFIX + attempt.id() + "/");
        return new Moment(attempt, voice, writer, household);
    }

    private void over(CallAttempt attempt, CarrierForm form) {
        String sid = form.get("CallSid");
        if (!sid.isEmpty()) {
            attempts.placed(attempt.id(), sid);
        }
        ends.endBy(attempt.id(), CallOutcome.of(form.get("CallStatus"), attempt.answeredBy()));
    }

    private String picked(Moment m, CarrierForm form) {
        CallOutcome by = CallOutcome.answeredBy(form.get("AnsweredBy"));
        attempts.answered(m.attempt().id(), by);
        if (by == CallOutcome.MACHINE) {
            return machine(m);
        }
        boolean optedOut = sql.first(
                        "select 1 from recipient where id = ? and suppressed_at is not null",
                        row -> true,
                        m.attempt().recipientId())
                .isPresent();
        if (optedOut) {
            return last(m, Place.STOPPED);
        }
        if (m.household().stream().noneMatch(c -> c.state() == CaseState.NOTIFIED)) {
            return last(m, Place.REGISTERED);
        }
        if (m.attempt().ring() != null) {
            attempts.result(m.attempt().id(), "agent");
            return m.writer()
                    .dialAgent(
                            m.attempt().ring(),
                            m.voice().number(),
                            paths.of(m.attempt().id(), CallStep.DIALED));
        }
        return m.writer().write(new Screen.Menu(Optional.empty(), 1));
    }

    private String machine(Moment m) {
        boolean wanted = campaigns
                .find(m.attempt().campaignId())
                .map(c -> c.settings().leaveMessage())
                .orElse(false);
        return wanted && attempts.leaveMessage(m.attempt())
                ? last(m, Place.MACHINE)
                : new Twiml().hangUp().document();
    }

    private String dialed(Moment m, CarrierForm form) {
        return form.get("DialCallStatus").equals("completed")
                ? new Twiml().hangUp().document()
                : queue(m, form);
    }

    private String take(Moment m, Turn turn, CarrierForm form) {
        return switch (turn) {
            case Turn.Hear hear -> m.writer().write(hear.screen());
            case Turn.OfferSlots offer -> offer(m, offer.page(), Optional.empty(), form);
            case Turn.Book book -> book(m, book, form);
            case Turn.Do deed -> done(m, deed.deed(), form);
        };
    }

    private String offer(Moment m, int page, Optional<Place> before, CarrierForm form) {
        List<PickupSlot> offers = registrations.offers(m.household(), page, OFFERS);
        if (offers.isEmpty() && page > 0) {
            return offer(m, 0, before, form);
        }
        if (offers.isEmpty()) {
            registrations.responded(m.household(), Via.CALL, BY);
            return queue(m, form);
        }
        return m.writer().write(new Screen.Slots(offers, page, before, 1));
    }

    private String book(Moment m, Turn.Book book, CarrierForm form) {
        if (!registrations.book(m.household(), book.slotId(), Via.CALL, BY)) {
            return offer(m, 0, Optional.of(Place.SLOT_TAKEN), form);
        }
        attempts.result(m.attempt().id(), "booked");
        Optional<PickupSlot> slot = slots.read(m.attempt().campaignId(), List.of(book.slotId())).stream()
                .findFirst();
        return m.writer().write(new Screen.Last(Place.BOOKED, slot));
    }

    private String done(Moment m, Deed deed, CarrierForm form) {
        return switch (deed) {
            case RETURNED -> {
                registrations.returned(m.household(), Via.CALL, BY);
                attempts.result(m.attempt().id(), "returned");
                yield last(m, Place.RETURNED);
            }
            case DISPOSED -> {
                registrations.disposed(m.household(), Via.CALL, BY);
                attempts.result(m.attempt().id(), "disposed");
                yield last(m, Place.DISPOSED);
            }
            case STOP -> {
                registrations.stop(m.household(), SuppressionReason.CALL, BY);
                attempts.result(m.attempt().id(), "stop");
                yield last(m, Place.STOPPED);
            }
            case AGENT -> {
                registrations.responded(m.household(), Via.CALL, BY);
                yield queue(m, form);
            }
        };
    }

    /** Into the center's own queue, with the case for the agent to open. */
    private String queue(Moment m, CarrierForm form) {
        attempts.result(m.attempt().id(), "agent");
        return voices.queue(
                        m.attempt().centerId(),
                        scripts.of(m.attempt().centerId()).agent(),
                        m.attempt().language(),
                        form.get("CallSid").replaceAll("[^0-9A-Za-z]", ""),
                        Map.of(
                                "case", m.household().getFirst().id().toString(),
                                "recipient", m.attempt().recipientId().toString(),
                                "campaign", m.attempt().campaignId().toString()))
                .map(m.writer()::connecting)
                .orElseGet(() -> last(m, Place.NO_AGENT));
    }

    private static String last(Moment m, Place words) {
        return m.writer().write(new Screen.Last(words, Optional.empty()));
    }
}
