package io.tocsin.inquiry.mail;

import io.tocsin.audience.Contact;
import io.tocsin.center.Centers;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryState;
import io.tocsin.inquiry.Threads;
import io.tocsin.inquiry.WrittenAnswers;
import io.tocsin.inquiry.masking.Masked;
import io.tocsin.notice.NoticeUrls;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Agents' answers by e-mail: in the conversation that the person began, in the organization's name. */
@ApplicationScoped
public class MailAnswers implements WrittenAnswers {
    private static final Phrase SUBJECT = Phrase.of("%s: your inquiry", "%s：お問い合わせの件");
    private static final Phrase SIGNED = Phrase.of("\n\n%s\nWhat we know, and what to do: %s\n", "\n\n%s\nお知らせ：%s\n");

    private final ArrivedMails mails;
    private final OutgoingMails out;
    private final Inquiries inquiries;
    private final Threads threads;
    private final Centers centers;
    private final NoticeUrls urls;
    private final CenterKeys keys;
    private final MailConfig config;
    private final AuditLog audit;

    MailAnswers(
            ArrivedMails mails,
            OutgoingMails out,
            Inquiries inquiries,
            Threads threads,
            Centers centers,
            NoticeUrls urls,
            CenterKeys keys,
            MailConfig config,
            AuditLog audit) {
        this.mails = mails;
        this.out = out;
        this.inquiries = inquiries;
        this.threads = threads;
        this.centers = centers;
        this.urls = urls;
        this.keys = keys;
        this.config = config;
        this.audit = audit;
    }

    @Override
    public List<Phrase> states(Inquiry inquiry) {
        return out.answers(inquiry.centerId(), inquiry.id()).stream()
                .map(MailAnswers::words)
                .toList();
    }

    @Override
    public boolean isPossible(Inquiry inquiry) {
        return config.host().isPresent() && address(inquiry).isPresent();
    }

    @Override
    @Transactional
    public Masked answer(UUID centerId, UUID inquiryId, String text, String agent, String seen) {
        Inquiry inquiry = inquiries.get(centerId, inquiryId);
        if (config.host().isEmpty()) {
            throw Problem.conflict(
                    "mail-off",
                    Phrase.of(
                            "This installation reads no mailbox. Ask ops to set tocsin.inquiry.mail, or call the person.",
                            "メールの受信が設定されていません。運用担当に tocsin.inquiry.mail の設定を依頼するか、電話で連絡してください。"));
        }
        String to = address(inquiry)
                .orElseThrow(() -> Problem.conflict(
                        "no-address",
                        Phrase.of(
                                "The person left no e-mail address. Answer where they wrote, or call.",
                                "メールアドレスが登録されていません。お問い合わせのあった方法か、電話で回答してください。")));
        if (inquiry.state() != InquiryState.RESOLVED) {
            inquiries.take(centerId, inquiryId, agent, seen);
        }
        Masked said = inquiries.said(centerId, inquiryId, Author.AGENT, agent, text);
        out.add(
                centerId,
                inquiryId,
                OutgoingMails.Kind.ANSWER,
                keys.lookupHash(Contact.email(to).value()),
                words(inquiry, to, text.strip()));
        audit.record(agent, "inquiry.answered", "inquiry " + inquiryId, centerId, Map.of("channel", "EMAIL"));
        return said;
    }

    private Optional<String> address(Inquiry inquiry) {
        return mails.ofInquiry(inquiry.centerId(), inquiry.id())
                .map(ArrivedMails.Headers::from)
                .or(() -> threads.contacts(inquiry.centerId(), inquiry.thread()).stream()
                        .filter(reach -> reach.kind().equals("EMAIL"))
                        .map(Threads.Reach::value)
                        .findFirst());
    }

    private OutgoingMails.Words words(Inquiry inquiry, String to, String text) {
        String organization = centers.get(inquiry.centerId()).organization();
        String signed = text
                + SIGNED.with(organization, urls.of(inquiry.centerId(), inquiry.language()))
                        .in(inquiry.language());
        Optional<ArrivedMails.Headers> question = mails.ofInquiry(inquiry.centerId(), inquiry.id());
        String subject = question.map(ArrivedMails.Headers::subject)
                .filter(s -> !s.isBlank())
                .map(s -> MailReader.isReply(s) ? s : "Re: " + s)
                .orElseGet(() -> SUBJECT.with(organization).in(inquiry.language()));
        return new OutgoingMails.Words(
                to,
                organization,
                subject,
                signed,
                question.map(Acknowledgements::conversation).orElse(List.of()));
    }

    private static Phrase words(OutgoingMails.State state) {
        return switch (state) {
            case PENDING, ATTEMPTING -> Phrase.of("on its way", "送信中");
            case SENT -> Phrase.of("sent", "送信済み");
            case FAILED -> Phrase.of("refused by the mail server", "メールサーバーに拒否されました");
            case UNKNOWN -> Phrase.of("nobody knows whether it went out", "送信されたか不明です");
            case BOUNCED -> Phrase.of("came back", "届かず戻ってきました");
        };
    }
}
