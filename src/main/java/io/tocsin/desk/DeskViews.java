package io.tocsin.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.Centers;
import io.tocsin.console.Form;
import io.tocsin.inquiry.Chat;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryOutcome;
import io.tocsin.inquiry.Message;
import io.tocsin.inquiry.Reasons;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers what the desk's page shows, whole and in live parts. */
@ApplicationScoped
class DeskViews {
    private static final int MOST = 20;

    private final DeskSeats seats;
    private final Centers centers;
    private final Conversation conversation;
    private final SeatChats chats;
    private final CallBacks callBacks;
    private final CampaignCalls campaignCalls;
    private final Inquiries inquiries;
    private final Reasons reasons;
    private final TalkSteps talk;
    private final DeskAsker asker;
    private final LiveScripts voices;
    private final Clock clock;

    DeskViews(
            DeskSeats seats,
            Centers centers,
            Conversation conversation,
            SeatChats chats,
            CallBacks callBacks,
            CampaignCalls campaignCalls,
            Inquiries inquiries,
            Reasons reasons,
            TalkSteps talk,
            DeskAsker asker,
            LiveScripts voices,
            Clock clock) {
        this.voices = voices;
        this.seats = seats;
        this.centers = centers;
        this.conversation = conversation;
        this.chats = chats;
        this.callBacks = callBacks;
        this.campaignCalls = campaignCalls;
        this.inquiries = inquiries;
        this.reasons = reasons;
        this.talk = talk;
        this.asker = asker;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance state(
                String path, SeatView seat, String tone, Phrase next, boolean drill, boolean mayBeHeard, boolean heard);

        static native TemplateInstance contact(
                String path, ContactView contact, Phrase reason, boolean drill, List<Inquiry> earlier);

        static native TemplateInstance waiting(
                String path,
                List<Chat> chats,
                List<CallBacks.Waiting> later,
                Inquiries.WrittenWaiting written,
                boolean mayTake);

        static native TemplateInstance messages(List<Message> messages);

        static native TemplateInstance go(String path);
    }

    /** The page of who asks, at this moment. */
    DeskView of(UUID centerId, Form form, DeskPages.Notice notice, Locale locale) {
        Optional<DeskSeat> own = asker.seat(centerId);
        boolean drill = isDrill(centerId);
        if (own.isEmpty() || !own.get().isAtWork()) {
            return entrance(centerId, own, drill, form);
        }
        DeskSeat seat = asker.atWork(centerId);
        Optional<ContactView> hand = conversation.of(seat);
        TalkSteps.Talk script = talk.of(
                centerId,
                hand.map(ContactView::language).filter(l -> !l.isEmpty()).orElse(locale.getLanguage()));
        Map<String, TemplateInstance> parts = parts(seat, hand, drill);
        return new DeskView(
                DeskPages.path(centerId),
                DeskPages.path(centerId) + "/live?shown=" + shown(seat),
                asker.isSupervisor(),
                drill,
                SeatView.of(seat, clock.instant()),
                true,
                List.of(),
                form,
                html(parts.get("state"), locale),
                html(parts.get("contact"), locale),
                html(parts.get("waiting"), locale),
                html(parts.get("messages"), locale),
                hand.orElse(null),
                reasons.of(centerId),
                List.of(InquiryOutcome.values()),
                form.value("reason").isEmpty() ? hand.map(ContactView::reason).orElse("") : form.value("reason"),
                script,
                script.factsVersion(),
                campaigns(seat),
                notice == null ? null : notice.words(),
                notice != null && notice.warns());
    }

    private DeskView entrance(UUID centerId, Optional<DeskSeat> own, boolean drill, Form form) {
        return new DeskView(
                DeskPages.path(centerId),
                "",
                asker.isSupervisor(),
                drill,
                own.map(seat -> SeatView.of(seat, clock.instant())).orElse(null),
                false,
                own.map(seat -> DeskRules.of(seat.isHome(), voices.listening(centerId)))
                        .orElse(List.of()),
                form,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "",
                null,
                0,
                null,
                null,
                false);
    }

    /** Null while somebody is on the line, or on a break, and where there is nothing to call about. */
    private CampaignCallsView campaigns(DeskSeat seat) {
        SeatState state = seat.moment().state();
        if (state != SeatState.READY && state != SeatState.AFTER_CALL && state != SeatState.AWAY) {
            return null;
        }
        CampaignCallsView view = new CampaignCallsView(
                campaignCalls.running(seat), campaignCalls.before(seat).orElse(null));
        return view.isNothing() ? null : view;
    }

    /** Another conversation than the page shows, or none any more, is another page. */
    Map<String, TemplateInstance> parts(UUID centerId, String email, String shown) {
        DeskSeat seat;
        try {
            seat = seats.of(centerId, email);
        } catch (ProblemException gone) {
            return Map.of("go", Templates.go("/console"));
        }
        if (!shown(seat).equals(shown)) {
            return Map.of("go", Templates.go(DeskPages.path(centerId)));
        }
        return parts(seat, conversation.of(seat), isDrill(centerId));
    }

    private static String shown(DeskSeat seat) {
        return seat.isAtWork()
                ? "at-work"
                        + (seat.moment().contact() == null
                                ? ""
                                : "-" + seat.moment().contact())
                : "";
    }

    private Map<String, TemplateInstance> parts(DeskSeat seat, Optional<ContactView> hand, boolean drill) {
        UUID centerId = seat.centerId();
        String path = DeskPages.path(centerId);
        SeatState state = seat.moment().state();
        Map<String, TemplateInstance> parts = new LinkedHashMap<>();
        parts.put(
                "state",
                Templates.state(
                        path,
                        SeatView.of(seat, clock.instant()),
                        tone(state),
                        next(state),
                        drill,
                        voices.listening(centerId),
                        hand.map(ContactView::heard).orElse(false)));
        parts.put(
                "contact",
                Templates.contact(
                        path,
                        hand.orElse(null),
                        hand.map(h -> Reasons.words(h.reason())).orElse(null),
                        drill,
                        earlier(seat, hand)));
        parts.put(
                "waiting",
                Templates.waiting(
                        path,
                        chats.waiting(seat),
                        callBacks.list(seat, MOST),
                        inquiries.writtenWaiting(centerId, seat.personalData(), seat.email()),
                        state == SeatState.READY || state == SeatState.AFTER_CALL || state == SeatState.AWAY));
        parts.put(
                "messages",
                Templates.messages(hand.map(ContactView::chat).isPresent() ? chats.messages(seat, 0) : List.of()));
        return parts;
    }

    /** What the person turned to us with before; only for cleared seats. */
    private List<Inquiry> earlier(DeskSeat seat, Optional<ContactView> hand) {
        if (!seat.personalData() || hand.map(ContactView::inquiry).isEmpty()) {
            return List.of();
        }
        return inquiries.others(seat.centerId(), hand.get().inquiry(), MOST);
    }

    /** Asked outside of requests as well, by the live parts. */
    private boolean isDrill(UUID centerId) {
        return QuarkusTransaction.joiningExisting()
                        .call(() -> centers.get(centerId).mode())
                == Mode.DRILL;
    }

    private static String tone(SeatState state) {
        return switch (state) {
            case READY -> "good";
            case OFFERED, BUSY -> "busy";
            case AFTER_CALL, BREAK -> "warn";
            case AWAY -> "bad";
            case CHECKED_OUT -> "plain";
        };
    }

    /** What to do now. */
    private static Phrase next(SeatState state) {
        return switch (state) {
            case CHECKED_OUT -> Phrase.of("Check in to begin.", "着席すると受付が始まります。");
            case READY ->
                Phrase.of(
                        "Wait for the next call, or take a chat. The talk script is on this page.",
                        "次の着信を待つか、チャットを取ってください。トークスクリプトはこのページにあります。");
            case OFFERED -> Phrase.of("A call comes in: answer it.", "着信です。応答してください。");
            case BUSY -> Phrase.of("Follow the talk script, and record as you go.", "トークスクリプトに沿って案内し、並行して記録してください。");
            case AFTER_CALL -> Phrase.of("Finish the record, then be ready.", "記録を終えたら、受付可にしてください。");
            case BREAK -> Phrase.of("Be ready again when your break is over.", "休憩が終わったら受付可にしてください。");
            case AWAY ->
                Phrase.of(
                        "A call rang and was not answered. Be ready when you are back.",
                        "着信に応答がありませんでした。戻ったら受付可にしてください。");
        };
    }

    private static RawString html(TemplateInstance part, Locale locale) {
        return new RawString(part.setLocale(locale).render());
    }
}
