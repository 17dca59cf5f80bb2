package io.tocsin.desk;

import io.tocsin.audience.Contact;
import io.tocsin.campaign.PreviewDesk;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryChannel;
import io.tocsin.inquiry.InquiryRecord;
import io.tocsin.inquiry.NewInquiry;
import io.tocsin.inquiry.OneTimeCodes;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What an agent puts on record of the conversation at hand, and how it goes on elsewhere. */
@ApplicationScoped
class InquiryDesk {
    private final Contacts contacts;
    private final KnownPeople people;
    private final Inquiries inquiries;
    private final OneTimeCodes codes;
    private final PreviewDesk previews;

    InquiryDesk(Contacts contacts, KnownPeople people, Inquiries inquiries, OneTimeCodes codes, PreviewDesk previews) {
        this.contacts = contacts;
        this.people = people;
        this.inquiries = inquiries;
        this.codes = codes;
        this.previews = previews;
    }

    /** @param warning what was masked in the note, for its author; null for nothing */
    public record Recorded(Inquiry inquiry, Phrase warning) {
        static Recorded of(Inquiry inquiry, Masked note) {
            return new Recorded(inquiry, note.isClean() ? null : note.warning());
        }
    }

    @Transactional
    public Recorded record(DeskSeat seat, InquiryRecord record) {
        var recorded = inquiries.record(seat.centerId(), current(seat), record, seat.email());
        return Recorded.of(seen(seat, recorded.inquiry()), recorded.note());
    }

    /** One click: the supervisor gets the inquiry with its whole thread. */
    @Transactional
    public Inquiry escalate(DeskSeat seat, String why) {
        return seen(seat, inquiries.escalate(seat.centerId(), current(seat), why, seat.email()));
    }

    /**
     * The person reads out the code of the notice site.
     *
     * @throws io.tocsin.platform.ProblemException where the code is wrong or used up
     */
    @Transactional(dontRollbackOn = io.tocsin.platform.ProblemException.class)
    public Inquiry verify(DeskSeat seat, String code) {
        UUID id = current(seat);
        if (!codes.verify(seat.centerId(), id, code, seat.email())) {
            throw Problem.invalid(
                    "code-wrong",
                    Phrase.of(
                            "This code does not hold. Ask the person for a fresh one from the notice site.",
                            "このコードは無効です。お知らせサイトで新しいコードを取得していただいてください。"),
                    List.of(Violation.of("code", "The code is wrong, used or expired.", "コードが違うか、使用済み・期限切れです。")));
        }
        return seen(seat, inquiries.get(seat.centerId(), id));
    }

    /** A verified case goes on at a seat without clearance, under its token. */
    @Transactional
    public Inquiry passOn(DeskSeat seat) {
        return inquiries.passOn(seat.centerId(), current(seat), seat.email()).withoutPersonalData();
    }

    /** What stands behind a token: the case, never the person. */
    Inquiry byToken(DeskSeat seat, String token) {
        return inquiries
                .byToken(seat.centerId(), token == null ? "" : token.strip())
                .map(Inquiry::withoutPersonalData)
                .orElseThrow(
                        () -> Problem.notFound(Phrase.of("No case stands behind this token.", "このトークンに該当する案件はありません。")));
    }

    /** The inquiry of the conversation at hand, opened where there is none yet. */
    private UUID current(DeskSeat seat) {
        return contacts.find(seat.centerId(), seat.moment().contact())
                .map(contact -> inquiryOf(seat, contact))
                .orElseThrow(() -> Problem.conflict(
                        "nobody-here",
                        Phrase.of("There is no conversation to record. Take the next one.", "記録する対応がありません。")));
    }

    private UUID inquiryOf(DeskSeat seat, io.tocsin.desk.Contact contact) {
        if (contact.inquiryId() != null) {
            return contact.inquiryId();
        }
        NewInquiry.Draft call = NewInquiry.of(seat.centerId(), InquiryChannel.PHONE, contact.language())
                .vendor(contact.callSid())
                .about(contact.reason().isEmpty() ? null : contact.reason(), 0, contact.personalData());
        UUID id = inquiries.open(from(call, seat, contact).done()).id();
        contacts.recorded(contact.id(), id);
        return id;
    }

    private NewInquiry.Draft from(NewInquiry.Draft call, DeskSeat seat, io.tocsin.desk.Contact contact) {
        if (contact.isCampaign()) {
            return previews.standing(seat.centerId(), contact.attemptId())
                    .map(standing -> call.from(null, standing.recipient()))
                    .orElse(call);
        }
        return people.caller(seat.centerId(), contact.callSid())
                .map(number -> call.from(Contact.phone(number), null))
                .orElse(call);
    }

    private static Inquiry seen(DeskSeat seat, Inquiry inquiry) {
        return seat.personalData() ? inquiry : inquiry.withoutPersonalData();
    }
}
