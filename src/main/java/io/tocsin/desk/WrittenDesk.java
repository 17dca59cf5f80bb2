package io.tocsin.desk;

import io.tocsin.console.Form;
import io.tocsin.inquiry.Attachments;
import io.tocsin.inquiry.Clearance;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryOutcome;
import io.tocsin.inquiry.InquiryRecord;
import io.tocsin.inquiry.InquiryState;
import io.tocsin.inquiry.Message;
import io.tocsin.inquiry.Reasons;
import io.tocsin.inquiry.Threads;
import io.tocsin.inquiry.WrittenAnswers;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What people wrote, by form, e-mail and SMS, as far as a seat may have it: read, answered, put on record. */
@ApplicationScoped
class WrittenDesk {
    private static final int MOST = 50;

    private final Inquiries inquiries;
    private final Threads threads;
    private final Attachments attachments;
    private final WrittenAnswers mails;
    private final KnownPeople people;
    private final Reasons reasons;
    private final TalkSteps talk;

    WrittenDesk(
            Inquiries inquiries,
            Threads threads,
            Attachments attachments,
            WrittenAnswers mails,
            KnownPeople people,
            Reasons reasons,
            TalkSteps talk) {
        this.inquiries = inquiries;
        this.threads = threads;
        this.attachments = attachments;
        this.mails = mails;
        this.people = people;
        this.reasons = reasons;
        this.talk = talk;
    }

    /** @param reason null where nobody knows */
    record Line(Inquiry inquiry, Phrase reason, boolean mine) {}

    /**
     * One inquiry with its thread.
     *
     * @param mine whether the seat's agent has it
     * @param free whether it may be taken
     * @param earlier what was written before, the oldest first
     * @param mailPossible whether the person can be answered by e-mail
     * @param reason to begin the record with; null for none
     * @param answers how far the answers by e-mail are on their way
     */
    record View(
            String path,
            Inquiry inquiry,
            boolean mine,
            boolean free,
            List<Inquiry> earlier,
            List<Message> messages,
            List<Attachments.Attachment> files,
            Known known,
            boolean mailPossible,
            List<Phrase> answers,
            List<Reasons.Reason> reasons,
            String reason,
            List<InquiryOutcome> outcomes,
            int factsVersion,
            Form form) {}

    List<Line> list(DeskSeat seat) {
        return inquiries.written(seat.centerId(), seat.personalData(), seat.email(), MOST).stream()
                .map(i -> new Line(i, Reasons.words(i.reason()), isOf(seat, i)))
                .toList();
    }

    View of(DeskSeat seat, UUID id, Form form) {
        Inquiry inquiry = visible(seat, id);
        boolean cleared = seat.personalData();
        Threads.Thread thread = threads.of(seat.centerId(), inquiry.thread(), cleared)
                .orElseThrow(() -> new IllegalStateException("inquiry " + id + " has no thread"));
        return new View(
                WrittenPages.path(seat.centerId()) + "/" + id,
                inquiry,
                isOf(seat, inquiry),
                inquiry.state() == InquiryState.OPEN || inquiry.state() == InquiryState.WAITING,
                thread.inquiries().stream()
                        .filter(i -> !i.id().equals(id) && i.body() != null)
                        .toList(),
                thread.messages(),
                cleared ? attachments.of(seat.centerId(), id) : List.of(),
                known(seat, inquiry),
                cleared && mails.isPossible(inquiry),
                mails.states(inquiry),
                reasons.of(seat.centerId()),
                form.value("reason").isEmpty() ? inquiry.reason() : form.value("reason"),
                List.of(InquiryOutcome.values()),
                talk.of(seat.centerId(), inquiry.language()).factsVersion(),
                form);
    }

    private Known known(DeskSeat seat, Inquiry inquiry) {
        if (!seat.personalData()) {
            return Known.HIDDEN;
        }
        return inquiry.recipient() == null ? Known.NOBODY : people.byIds(seat.centerId(), List.of(inquiry.recipient()));
    }

    void take(DeskSeat seat, UUID id) {
        visible(seat, id);
        inquiries.take(seat.centerId(), id, seat.email());
    }

    void putBack(DeskSeat seat, UUID id) {
        visible(seat, id);
        inquiries.putBack(seat.centerId(), id, seat.email());
    }

    /**
     * By e-mail; only from cleared seats, since only they know the address.
     *
     * @param seen version of the inquiry that the agent has read, as If-Match
     */
    Masked answer(DeskSeat seat, UUID id, String text, String seen) {
        if (!seat.personalData()) {
            throw Clearance.refused();
        }
        return mails.answer(seat.centerId(), visible(seat, id).id(), text, seat.email(), seen);
    }

    Masked record(DeskSeat seat, UUID id, InquiryRecord record) {
        visible(seat, id);
        return inquiries.record(seat.centerId(), id, record, seat.email()).note();
    }

    byte[] file(DeskSeat seat, UUID id, UUID file) {
        visible(seat, id);
        if (!seat.personalData()) {
            throw noFile();
        }
        return attachments.content(seat.centerId(), id, file).orElseThrow(WrittenDesk::noFile);
    }

    private static RuntimeException noFile() {
        return Problem.notFound(Phrase.of("There is no such attachment.", "その添付ファイルはありません。"));
    }

    private static boolean isOf(DeskSeat seat, Inquiry inquiry) {
        return inquiry.state() == InquiryState.TAKEN && seat.email().equals(inquiry.takenBy());
    }

    /** One that needs clearance looks to others like one that does not exist. */
    private Inquiry visible(DeskSeat seat, UUID id) {
        Inquiry inquiry = inquiries.get(seat.centerId(), id);
        if (inquiry.personalData() && !seat.personalData()) {
            throw Problem.notFound(
                    Phrase.of("There is no inquiry %s that your seat may have.", "あなたの席で扱える問い合わせ %s はありません。")
                            .with(id));
        }
        return seat.personalData() ? inquiry : inquiry.withoutPersonalData();
    }
}
