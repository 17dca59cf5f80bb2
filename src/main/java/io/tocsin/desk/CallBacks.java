package io.tocsin.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryState;
import io.tocsin.inquiry.Reasons;
import io.tocsin.inquiry.Threads;
import io.tocsin.inquiry.VoiceMessages;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Calls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * People who wait for a call, and the calls to them. The carrier rings the agent's telephone, and the person's once the
 * agent has picked up. A call is on record before the carrier is asked; nobody's telephone rings twice for one click.
 */
@ApplicationScoped
class CallBacks {
    private static final Logger LOG = Logger.getLogger(CallBacks.class);
    /** How long the agent's telephone rings, in seconds. */
    private static final int RING = 20;

    private final CallBackTable table;
    private final CallBackRules rules;
    private final CallBackPaths paths;
    private final Inquiries inquiries;
    private final Threads threads;
    private final Contacts contacts;
    private final OwnConversations conversations;
    private final Desk desk;
    private final VoiceMessages voices;
    private final LiveScripts scripts;
    private final Calls calls;
    private final Clock clock;

    CallBacks(
            CallBackTable table,
            CallBackRules rules,
            CallBackPaths paths,
            Inquiries inquiries,
            Threads threads,
            Contacts contacts,
            OwnConversations conversations,
            Desk desk,
            VoiceMessages voices,
            LiveScripts scripts,
            Calls calls,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.paths = paths;
        this.inquiries = inquiries;
        this.threads = threads;
        this.contacts = contacts;
        this.conversations = conversations;
        this.desk = desk;
        this.voices = voices;
        this.scripts = scripts;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Somebody who waits for a call or an answer.
     *
     * @param reason null where nobody knows
     * @param tries how often they were called
     * @param last how the last call went; null for none, and while it goes on
     * @param calling whether somebody calls them at this moment
     * @param said voice messages that they left; none for seats that may not hear them
     */
    public record Waiting(
            Inquiry inquiry,
            Phrase reason,
            int tries,
            Phrase last,
            boolean calling,
            List<VoiceMessages.VoiceMessage> said) {}

    /** Those that the seat may have, the most urgent first. */
    List<Waiting> list(DeskSeat seat, int most) {
        List<Inquiry> due = inquiries.followUps(seat.centerId(), seat.personalData(), most);
        Map<UUID, CallBackTable.Tries> tries =
                table.ofInquiries(due.stream().map(Inquiry::id).toList());
        Map<UUID, List<VoiceMessages.VoiceMessage>> said =
                seat.personalData() ? voices.of(seat.centerId(), due) : Map.of();
        return due.stream()
                .map(inquiry -> waiting(inquiry, tries.get(inquiry.id()), said.getOrDefault(inquiry.id(), List.of())))
                .toList();
    }

    private static Waiting waiting(Inquiry inquiry, CallBackTable.Tries tries, List<VoiceMessages.VoiceMessage> said) {
        Phrase reason = Reasons.words(inquiry.reason());
        return tries == null
                ? new Waiting(inquiry, reason, 0, null, false, said)
                : new Waiting(
                        inquiry,
                        reason,
                        tries.count(),
                        tries.last().outcome() == null
                                ? null
                                : tries.last().outcome().words(),
                        tries.last().state() != CallBack.State.ENDED,
                        said);
    }

    /** @return the seat, whose telephone is about to ring */
    DeskSeat call(DeskSeat seat, UUID inquiryId) {
        Inquiry inquiry = due(seat, inquiryId);
        CenterVoice voice = scripts.voice(seat.centerId())
                .filter(v -> v.open() && !v.number().isEmpty())
                .orElseThrow(() ->
                        Problem.conflict("center-closed", Phrase.of("The center is not open.", "センターは開設されていません。")));
        String number = threads.phone(inquiry)
                .orElseThrow(() -> Problem.conflict(
                        "no-number",
                        Phrase.of(
                                "The person left no telephone number. Answer where they wrote.",
                                "電話番号が登録されていません。お問い合わせのあった方法で回答してください。")));
        rules.check(inquiry, number);
        UUID contact = Ids.next(clock.instant());
        UUID call = Ids.next(clock.instant());
        DeskSeat busy = desk.wish(seat, new SeatEvent.Take(contact), "agent");
        contactAtSeat(busy, contact, inquiry);
        try {
            table.begin(call, busy, inquiry.id(), contact, voice.mode());
        } catch (Sql.DatabaseException e) {
            free(busy, contact);
            if (e.isDuplicate()) {
                throw Problem.conflict(
                        "being-called",
                        Phrase.of(
                                "Somebody calls this person just now. Take the next one.",
                                "他の担当者が発信中です。次の方に発信してください。"));
            }
            throw e;
        }
        place(table.find(call).orElseThrow(), voice, seat.ring());
        return busy;
    }

    private void contactAtSeat(DeskSeat seat, UUID contact, Inquiry inquiry) {
        QuarkusTransaction.joiningExisting().run(() -> contacts.callBack(contact, seat, inquiry));
    }

    private void free(DeskSeat seat, UUID contact) {
        contacts.find(seat.centerId(), contact).ifPresent(conversations::over);
    }

    /** One that the seat may not have looks like one that does not exist. */
    private Inquiry due(DeskSeat seat, UUID inquiryId) {
        Inquiry inquiry = inquiries.get(seat.centerId(), inquiryId);
        boolean waits = inquiry.state() == InquiryState.OPEN || inquiry.state() == InquiryState.WAITING;
        if (inquiry.personalData() && !seat.personalData()) {
            throw Problem.notFound(Phrase.of("There is no such call-back.", "該当する折り返しはありません。"));
        }
        if (!waits) {
            throw Problem.conflict(
                    "not-waiting",
                    Phrase.of("This person waits for nobody any more. Take the next one.", "この方への折り返しは不要になりました。"));
        }
        return inquiry;
    }

    private void place(CallBack call, CenterVoice voice, String ring) {
        try {
            table.placed(
                    call.id(),
                    calls.create(
                            call.mode(),
                            new Calls.Wanted(
                                    voice.number(),
                                    ring,
                                    address(call, CallBackPaths.Step.AGENT),
                                    address(call, CallBackPaths.Step.FALLBACK),
                                    address(call, CallBackPaths.Step.STATUS),
                                    RING,
                                    Calls.Detection.OFF)));
        } catch (Calls.NumberRefused e) {
            end(call, CallBack.Outcome.NOT_PLACED);
            throw Problem.conflict(
                    "own-number-refused",
                    Phrase.of(
                            "The carrier does not call your telephone. Tell your supervisor.",
                            "担当者の電話に発信できません。スーパーバイザーに連絡してください。"));
        } catch (VendorFailure.Unknown e) {
            LOG.warnf("not known whether it rings; left to the carrier's word or the look-up call-back=%s", call.id());
        } catch (VendorFailure e) {
            end(call, CallBack.Outcome.NOT_PLACED);
            throw Problem.of(
                            "carrier-away",
                            503,
                            Phrase.of("The carrier does not answer", "通信事業者が応答しません"),
                            Phrase.of("Nobody was called. Try again in a moment.", "発信されませんでした。少し待ってもう一度お試しください。"))
                    .asException();
        }
    }

    private String address(CallBack call, CallBackPaths.Step step) {
        return paths.of(call.centerId(), call.id(), step);
    }

    /** @param unlessKnown how it went, where nothing is known yet */
    void end(CallBack call, CallBack.Outcome unlessKnown) {
        table.end(call.id(), unlessKnown);
        contacts.find(call.centerId(), call.contactId()).ifPresent(conversations::over);
    }
}
