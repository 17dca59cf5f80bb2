package io.tocsin.inquiry.mail;

import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryState;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers of ours that did not arrive: whoever gave them is told, and the inquiry is open again. */
@ApplicationScoped
class Returned {
    private static final Pattern OURS = Pattern.compile("<([0-9a-f-]{36})@tocsin>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Phrase NOTE = Phrase.of(
            "The answer did not arrive: the e-mail came back. Try another way to reach the person.",
            "回答メールが届かず戻ってきました。別の方法で連絡してください。");
    private static final String BY = "mail";

    private final OutgoingMails out;
    private final Inquiries inquiries;

    Returned(OutgoingMails out, Inquiries inquiries) {
        this.out = out;
        this.inquiries = inquiries;
    }

    /** @param notification a delivery status notification */
    void take(String notification) {
        Matcher id = OURS.matcher(notification);
        if (id.find() && FAILED.matcher(notification).find()) {
            out.bounced(UUID.fromString(id.group(1))).ifPresent(this::tell);
        }
    }

    /** In the surrounding transaction. */
    void tell(OutgoingMails.Claimed mail) {
        if (mail.kind() != OutgoingMails.Kind.ANSWER) {
            return;
        }
        Inquiry inquiry = inquiries.get(mail.centerId(), mail.inquiryId());
        inquiries.said(mail.centerId(), mail.inquiryId(), Author.NOTE, null, NOTE.in(inquiry.language()));
        if (inquiry.state() == InquiryState.RESOLVED) {
            inquiries.putBack(mail.centerId(), mail.inquiryId(), BY);
        }
    }
}
