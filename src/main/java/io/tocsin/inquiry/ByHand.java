package io.tocsin.inquiry;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Inquiries that a colleague writes down: somebody at the door, a letter, an e-mail that came elsewhere. */
@ApplicationScoped
class ByHand {
    private final Inquiries inquiries;
    private final ContactInput contacts;
    private final Reasons reasons;

    ByHand(Inquiries inquiries, ContactInput contacts, Reasons reasons) {
        this.inquiries = inquiries;
        this.contacts = contacts;
        this.reasons = reasons;
    }

    /** @param phone as it is dialled; null where the person left an e-mail address, or nothing */
    public record Wanted(
            InquiryChannel channel, String language, String phone, String email, String reason, String text) {
        @Override
        public String toString() {
            return "Wanted " + channel;
        }
    }

    /**
     * @param said whether the person's words are needed
     * @throws io.tocsin.platform.ProblemException {@code inquiry-invalid} with everything that is missing or wrong
     */
    void check(UUID centerId, Wanted wanted, boolean said) {
        List<Violation> wrong = new ArrayList<>();
        if (said && (wanted == null || wanted.text() == null)) {
            wrong.add(Violation.of("text", "Write down what the person wants.", "お問い合わせの内容を入力してください。"));
        }
        if (wanted == null || wanted.channel() == null) {
            wrong.add(Violation.of(
                    "channel", "Say on which channel: PHONE, SMS, CHAT, FORM or EMAIL.", "チャネルを指定してください。"));
        }
        if (wanted != null && wanted.text() != null && wanted.text().length() > Messages.LONGEST) {
            wrong.add(Violation.of("text", "Keep it below 4,000 characters.", "4,000文字以内にしてください。"));
        }
        if (wanted != null && wanted.reason() != null && !reasons.isKnown(centerId, wanted.reason())) {
            wrong.add(Violation.of("reason", "Choose one of the center's reasons.", "センターの理由一覧から選んでください。"));
        }
        if (wanted != null) {
            wrong.addAll(wrongContacts(centerId, wanted));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("inquiry-invalid", Phrase.of("Complete the inquiry.", "問い合わせの内容に不足があります。"), wrong);
        }
    }

    private List<Violation> wrongContacts(UUID centerId, Wanted wanted) {
        try {
            contacts.read(centerId, wanted.phone(), wanted.email());
            return List.of();
        } catch (ProblemException e) {
            return e.problem().violations();
        }
    }

    /** Once it was checked. */
    Inquiries.Opened open(UUID centerId, Wanted wanted) {
        return inquiries.open(
                NewInquiry.of(centerId, wanted.channel(), wanted.language() == null ? "en" : wanted.language())
                        .from(contacts.read(centerId, wanted.phone(), wanted.email()), null)
                        .saying(wanted.text())
                        .about(wanted.reason(), 0, true)
                        .done());
    }
}
