package io.tocsin.inquiry.mail;

import io.tocsin.audience.Contact;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.notice.NoticeUrls;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Ledger;
import io.tocsin.riskpack.PhoneWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells people that their e-mail came, once a day at most. Holds nothing of what they wrote: whoever puts somebody else's
 * address as sender reaches them with our words only.
 */
@ApplicationScoped
class Acknowledgements {
    private static final Phrase SUBJECT = Phrase.of("%s: we have your e-mail", "%s：メールを受け付けました");
    private static final Phrase BODY = Phrase.of(
            "Thank you for writing to %s. Your e-mail is here, and somebody will read it and answer you.\n\n"
                    + "What we know, and what to do now:\n%s",
            "%s にご連絡いただきありがとうございます。メールを受け付けました。担当者が確認し、ご返信します。\n\n現在わかっていること、していただきたいことはこちらをご覧ください：\n%s");
    private static final Phrase NUMBER = Phrase.of("\n\nIf it cannot wait, call us: %s", "\n\nお急ぎの場合はお電話ください：%s");
    private static final Phrase LEFT = Phrase.of(
            "\n\nWe could not take all attached files. We take pictures (JPEG, PNG) and PDF up to 5 MB each.",
            "\n\n添付ファイルの一部を受け取れませんでした。画像（JPEG・PNG）またはPDF、1件5MBまでお送りいただけます。");
    private static final Phrase MORE = Phrase.of(
            "\n\nTo add something, answer this e-mail. Please do not send passwords or card numbers.",
            "\n\n追記される場合は、このメールにご返信ください。パスワードやカード番号は送らないでください。");

    private final OutgoingMails out;
    private final Centers centers;
    private final Ledger ledger;
    private final NoticeUrls urls;
    private final CenterKeys keys;

    Acknowledgements(OutgoingMails out, Centers centers, Ledger ledger, NoticeUrls urls, CenterKeys keys) {
        this.out = out;
        this.centers = centers;
        this.ledger = ledger;
        this.urls = urls;
        this.keys = keys;
    }

    /** @param left how many files were not taken */
    void give(UUID centerId, UUID inquiryId, ArrivedMails.Headers mail, String language, int left) {
        String hash = keys.lookupHash(Contact.email(mail.from()).value());
        if (out.acknowledged(centerId, hash)) {
            return;
        }
        IncidentCenter center = centers.get(centerId);
        StringBuilder text = new StringBuilder(
                BODY.with(center.organization(), urls.of(centerId, language)).in(language));
        ledger.outputs(centerId, "phone-number", "phoneNumber").stream()
                .filter(PhoneWords::isE164)
                .findFirst()
                .ifPresent(number -> text.append(NUMBER.with(PhoneWords.written(number, center.country()))
                        .in(language)));
        text.append(left > 0 ? LEFT.in(language) : "").append(MORE.in(language));
        out.add(
                centerId,
                inquiryId,
                OutgoingMails.Kind.ACKNOWLEDGEMENT,
                hash,
                new OutgoingMails.Words(
                        mail.from(),
                        center.organization(),
                        SUBJECT.with(center.organization()).in(language),
                        text.append("\n\n")
                                .append(center.organization())
                                .append('\n')
                                .toString(),
                        conversation(mail)));
    }

    /** Ids of the messages before an answer, the nearest first. */
    static List<String> conversation(ArrivedMails.Headers mail) {
        List<String> ids = new ArrayList<>();
        Stream.concat(Stream.ofNullable(mail.messageId()), mail.references().stream())
                .distinct()
                .forEach(ids::add);
        return ids;
    }
}
