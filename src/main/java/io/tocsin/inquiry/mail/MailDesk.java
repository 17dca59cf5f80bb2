package io.tocsin.inquiry.mail;

import io.tocsin.announcement.Bounces;
import io.tocsin.announcement.StopWords;
import io.tocsin.audience.Contact;
import io.tocsin.audience.SuppressionReason;
import io.tocsin.audience.Suppressions;
import io.tocsin.inquiry.Attachments;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.InquiryChannel;
import io.tocsin.inquiry.NewInquiry;
import io.tocsin.platform.CenterKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Takes an e-mail: whatever becomes of it stands in one transaction with the fact that it was taken. */
@ApplicationScoped
class MailDesk {
    private static final String BY = "mail";

    private final ArrivedMails mails;
    private final MailPlaces places;
    private final MailLanguages languages;
    private final Acknowledgements acknowledgements;
    private final Returned returned;
    private final Bounces bounces;
    private final Inquiries inquiries;
    private final Attachments attachments;
    private final Suppressions suppressions;
    private final CenterKeys keys;

    MailDesk(
            ArrivedMails mails,
            MailPlaces places,
            MailLanguages languages,
            Acknowledgements acknowledgements,
            Returned returned,
            Bounces bounces,
            Inquiries inquiries,
            Attachments attachments,
            Suppressions suppressions,
            CenterKeys keys) {
        this.mails = mails;
        this.places = places;
        this.languages = languages;
        this.acknowledgements = acknowledgements;
        this.returned = returned;
        this.bounces = bounces;
        this.inquiries = inquiries;
        this.attachments = attachments;
        this.suppressions = suppressions;
        this.keys = keys;
    }

    /**
     * @param key tells the message where it has no id of its own
     * @return what became of it, now or when it was taken before
     */
    @Transactional
    public Fate take(Arrived mail, String key) {
        byte[] hash = hash(mail, key);
        Optional<UUID> id = mails.begin(hash, Fate.BROKEN);
        if (id.isEmpty()) {
            return mails.fate(hash).orElseThrow();
        }
        return switch (mail.nature()) {
            case AUTOMATIC -> settled(id.get(), Fate.AUTOMATIC);
            case BOUNCE -> {
                if (!bounces.take(mail.text())) {
                    returned.take(mail.text());
                }
                yield settled(id.get(), Fate.BOUNCE);
            }
            case PERSON ->
                places.of(mail)
                        .map(place -> ofPerson(id.get(), mail, place))
                        .orElseGet(() -> settled(id.get(), Fate.NO_CENTER));
        };
    }

    /** It cannot be read, today: it is set aside, and on record. */
    @Transactional
    public void setAside(String key) {
        mails.begin(keys.lookupBytes("mail " + key), Fate.BROKEN);
    }

    private Fate settled(UUID id, Fate fate) {
        mails.settle(id, fate, null, null, null);
        return fate;
    }

    private Fate ofPerson(UUID id, Arrived mail, MailPlaces.Place place) {
        if (mail.files().isEmpty() && StopWords.of(mail.text()) == StopWords.Wish.STOP) {
            suppressions.add(place.center(), Contact.email(mail.from()), SuppressionReason.STOP_REPLY, BY);
            mails.settle(id, Fate.OPT_OUT, place.center(), null, null);
            return Fate.OPT_OUT;
        }
        String language = languages.of(place, mail);
        Inquiries.Opened opened = inquiries.open(inquiry(mail, place, language));
        mail.files().forEach(f -> attachments.add(place.center(), opened.id(), f.name(), f.kind(), f.content()));
        MailNotes.of(mail, place, language)
                .ifPresent(note -> inquiries.said(place.center(), opened.id(), Author.NOTE, null, note));
        ArrivedMails.Headers headers =
                new ArrivedMails.Headers(mail.from(), mail.subject(), mail.messageId(), mail.references());
        mails.settle(id, Fate.INQUIRY, place.center(), opened.id(), headers);
        acknowledgements.give(place.center(), opened.id(), headers, language, mail.left());
        return Fate.INQUIRY;
    }

    /** Somebody else's address never becomes a way to reach the person whose thread it is. */
    private static NewInquiry inquiry(Arrived mail, MailPlaces.Place place, String language) {
        NewInquiry.Draft draft = NewInquiry.of(place.center(), InquiryChannel.EMAIL, language)
                .saying(mail.text().isEmpty() ? null : mail.text());
        if (place.knownSender()) {
            return draft.from(Contact.email(mail.from()), place.recipient()).done();
        }
        return place.thread() != null
                ? draft.inThread(place.thread()).done()
                : draft.from(null, place.recipient()).done();
    }

    private byte[] hash(Arrived mail, String key) {
        return keys.lookupBytes("mail " + (mail.messageId() == null ? key : mail.messageId() + "\n" + mail.from()));
    }
}
