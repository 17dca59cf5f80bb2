package io.tocsin.site;

import io.tocsin.inquiry.Attachments;
import io.tocsin.inquiry.ContactInput;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.InquiryChannel;
import io.tocsin.inquiry.MediaKind;
import io.tocsin.inquiry.NewInquiry;
import io.tocsin.inquiry.Ratings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Takes what readers write, as inquiries. */
@ApplicationScoped
class ContactDesk {
    private static final Duration CALL_BACK_WITHIN = Duration.ofHours(2);

    private final Inquiries inquiries;
    private final Attachments attachments;
    private final ContactInput contacts;
    private final Ratings ratings;
    private final Clock clock;

    ContactDesk(Inquiries inquiries, Attachments attachments, ContactInput contacts, Ratings ratings, Clock clock) {
        this.inquiries = inquiries;
        this.attachments = attachments;
        this.contacts = contacts;
        this.ratings = ratings;
        this.clock = clock;
    }

    /** @param masked whether something in the text was masked */
    record Taken(UUID inquiry, String ticket, boolean masked) {}

    /** @throws io.tocsin.platform.ProblemException {@code contact-invalid} where the phone or the address is none */
    @Transactional
    public Taken take(SiteCenter center, String language, ContactForm form) {
        NewInquiry.Draft wanted = NewInquiry.of(center.id(), InquiryChannel.FORM, language)
                .from(contacts.read(center.id(), form.phone(), form.email()), null)
                .alsoAt(contacts.other(form.phone(), form.email()))
                .about(form.about().equals("return") ? "return" : null, 0, true)
                .due(form.wantsCall() ? clock.instant().plus(CALL_BACK_WITHIN) : null);
        Inquiries.Opened opened = inquiries.open((form.text().isEmpty() ? wanted : wanted.saying(form.text())).done());
        if (form.file().length > 0) {
            attachments.add(
                    center.id(),
                    opened.id(),
                    form.fileName(),
                    MediaKind.of(form.file()).orElseThrow(),
                    form.file());
        }
        return new Taken(
                opened.id(), ratings.ticket(opened.id()), !opened.text().isClean());
    }

    boolean rate(UUID centerId, UUID inquiry, String ticket, int stars) {
        return ratings.rate(centerId, inquiry, ticket, stars);
    }
}
