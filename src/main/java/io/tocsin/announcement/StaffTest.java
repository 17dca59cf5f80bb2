package io.tocsin.announcement;

import io.tocsin.audience.PhoneKind;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.RecipientPhone;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.riskpack.PhoneWords;
import io.tocsin.telephony.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends an announcement to people of the organization, in every language, before anybody else gets it. */
@ApplicationScoped
class StaffTest {
    private static final int MOST = 20;

    private final Estimates estimates;
    private final TextsOfAnnouncements texts;
    private final SmsSender sms;
    private final MailSender mail;
    private final AnnouncementJournal journal;
    private final Clock clock;

    StaffTest(
            Estimates estimates,
            TextsOfAnnouncements texts,
            SmsSender sms,
            MailSender mail,
            AnnouncementJournal journal,
            Clock clock) {
        this.estimates = estimates;
        this.texts = texts;
        this.sms = sms;
        this.mail = mail;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param phones in E.164 */
    public record Staff(List<String> phones, List<String> emails) {}

    /** @param reason why it was not sent; null where it was */
    public record Result(Channel channel, String language, boolean sent, Phrase reason) {}

    List<Result> send(Announcement a, Staff staff, String by) {
        List<String> phones = staff == null || staff.phones() == null ? List.of() : staff.phones();
        List<String> emails = staff == null || staff.emails() == null ? List.of() : staff.emails();
        check(phones, emails);
        MessageTexts messages = texts.of(a.centerId(), a.notice(), estimates.factsVersion(a));
        List<Result> results = new ArrayList<>();
        for (String language : messages.center().languages()) {
            phones.forEach(p -> results.add(one(a, messages, Channel.SMS, language, p, null)));
            emails.forEach(e -> results.add(one(a, messages, Channel.EMAIL, language, null, e)));
        }
        record(a, by, results);
        return results;
    }

    private static void check(List<String> phones, List<String> emails) {
        List<Violation> wrong = new ArrayList<>();
        if (phones.isEmpty() && emails.isEmpty() || phones.size() + emails.size() > MOST) {
            wrong.add(Violation.of("", "Give one to twenty numbers and addresses.", "電話番号とメールアドレスを合わせて1〜20件指定してください。"));
        }
        for (int i = 0; i < phones.size(); i++) {
            if (!PhoneWords.isE164(phones.get(i))) {
                wrong.add(Violation.of("phones." + i, "Write the number as +81…", "電話番号は +81… の形で入力してください。"));
            }
        }
        for (int i = 0; i < emails.size(); i++) {
            if (!emails.get(i).matches("[^@\\s]+@[^@\\s]+")) {
                wrong.add(Violation.of("emails." + i, "This is no e-mail address.", "メールアドレスの形式ではありません。"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("test-invalid", Phrase.of("Nothing was sent.", "送信していません。"), wrong);
        }
    }

    private Result one(
            Announcement a, MessageTexts messages, Channel channel, String language, String phone, String email) {
        try {
            Recipient reader = reader(a, language, phone, email);
            Message message = messages.render(channel, reader);
            Claim claim = new Claim(Ids.next(clock.instant()), reader.id(), channel, 1);
            if (channel == Channel.SMS) {
                Messages.Sent sent = sms.send(a.mode(), a.centerId(), claim.deliveryId(), phone, message.body());
                return switch (sent) {
                    case Messages.Sent.Accepted accepted -> new Result(channel, language, true, null);
                    case Messages.Sent.Refused refused ->
                        new Result(channel, language, false, Reasons.words(Integer.toString(refused.code())));
                };
            }
            Outcome outcome = mail.sendToStaff(a, claim, reader, message);
            boolean sent = outcome instanceof Outcome.Sent;
            return new Result(channel, language, sent, sent ? null : Reasons.words(Reasons.MAIL_REFUSED));
        } catch (UnsendableException e) {
            return new Result(channel, language, false, Phrase.same(String.valueOf(e.getMessage())));
        } catch (VendorFailure e) {
            return new Result(channel, language, false, e.reason());
        }
    }

    private static Recipient reader(Announcement a, String language, String phone, String email) {
        Recipient somebody = Somebody.reading(a, language);
        return new Recipient(
                somebody.id(),
                a.audienceId(),
                a.centerId(),
                language,
                ZoneOffset.UTC,
                "",
                null,
                phone == null ? null : new RecipientPhone(phone, PhoneKind.MOBILE),
                email,
                Map.of(),
                Map.of(),
                List.of(),
                Somebody.CODE);
    }

    @Transactional
    void record(Announcement a, String by, List<Result> results) {
        long sent = results.stream().filter(Result::sent).count();
        journal.add(
                a,
                a.state(),
                by,
                "announcement.tested",
                Phrase.of("Sent to staff: %d of %d", "関係者に試験送信: %2$d 件中 %1$d 件").with(sent, results.size()),
                Map.of("sent", sent, "of", results.size()));
    }
}
