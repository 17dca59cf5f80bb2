package io.tocsin.inquiry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.announcement.MailAddresses;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.Contact;
import io.tocsin.audience.People;
import io.tocsin.audience.RecipientStore;
import io.tocsin.audience.Suppressions;
import io.tocsin.inquiry.Attachments;
import io.tocsin.inquiry.Author;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.inquiry.InquiryChannel;
import io.tocsin.inquiry.InquiryOutcome;
import io.tocsin.inquiry.InquiryRecord;
import io.tocsin.inquiry.InquiryState;
import io.tocsin.inquiry.NewInquiry;
import io.tocsin.inquiry.Threads;
import io.tocsin.platform.Sql;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.OpenForInquiries;
import io.tocsin.stack.Stack;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** E-mails from their arrival to the answer, through a real mail server. */
@TocsinTest
class MailIntakeTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MANAGER = "manager@drill.example";

    @Inject
    Inquiries inquiries;

    @Inject
    Threads threads;

    @Inject
    Attachments attachments;

    @Inject
    Audiences audiences;

    @Inject
    RecipientStore store;

    @Inject
    Suppressions suppressions;

    @Inject
    MailDesk desk;

    @Inject
    MailConfig config;

    @Inject
    Sql sql;

    private final DrillCenter center = OpenForInquiries.center();
    private final String address = MailAddresses.tagged(Stack.INQUIRIES, MailAddresses.About.CENTER, center.id());
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoIsKnownByPhoneAndEmailHasOneThreadAndIsToldOnceThatTheMailCame() throws Exception {
        String from = "grace." + unique + "@people.example";
        UUID recipient = store.add(
                        audiences
                                .create(center.id(), "mail " + unique, "US", "en", null, "test")
                                .id(),
                        List.of(People.person("Grace Winters", "+14155552" + number(), from)))
                .getFirst();
        Inquiries.Opened sms = inquiries.open(NewInquiry.of(center.id(), InquiryChannel.SMS, "en")
                .from(null, recipient)
                .saying("hello")
                .done());

        send(from, address, "First", "Message-ID: <1." + unique + "@people.example>", "Grace Winters here. It is hot.");
        send(
                from,
                address,
                "Second",
                "Message-ID: <2." + unique + "@people.example>",
                "Hello? My number is 212-736-5000");

        List<Inquiry> mails = awaitMails(sms.thread(), 2);
        assertThat(mails).extracting(Inquiry::recipient).containsOnly(recipient);
        assertThat(mails.getFirst().body()).isEqualTo("First\n\n[name] here. It is hot.");
        assertThat(mails.getLast().body()).contains("[phone number]").doesNotContain("736");
        List<MimeMessage> told = awaitMail(from, 1);
        awaitNothingToSend();
        assertThat(received(from)).as("once a day").hasSize(1);
        assertThat(told.getFirst().getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(told.getFirst().getHeader("In-Reply-To")).containsExactly("<1." + unique + "@people.example>");
        assertThat(told.getFirst().getContent().toString()).contains("/notices/" + center.id() + "/en");
    }

    @Test
    void anAnswerGoesOutInTheConversationAndWhatComesBackJoinsIt() throws Exception {
        String from = "omar." + unique + "@people.example";
        send(from, address, "Where to?", "Message-ID: <q." + unique + "@people.example>", "Where do I send it?");
        Inquiry question = awaitMails(threadOf(from), 1).getFirst();

        DrillCenter.as("crisis-manager")
                .post(
                        center.path() + "/inquiries/" + question.id() + "/answers",
                        Map.of("text", "Put it into the box. Questions: +1 212-736-5000"))
                .expect(201);

        MimeMessage answer = awaitMail(from, 2).stream()
                .filter(m -> header(m, "Auto-Submitted") == null)
                .findFirst()
                .orElseThrow();
        assertThat(answer.getSubject()).isEqualTo("Re: Where to?");
        assertThat(header(answer, "In-Reply-To")).isEqualTo("<q." + unique + "@people.example>");
        assertThat(answer.getContent().toString()).as("as the agent wrote it").contains("212-736-5000");
        assertThat(((InternetAddress) answer.getFrom()[0]).getPersonal())
                .isEqualTo(center.get("").path("organization").asText());
        assertThat(threads.of(center.id(), question.thread(), true)
                        .orElseThrow()
                        .messages())
                .filteredOn(m -> m.author() == Author.AGENT)
                .singleElement()
                .satisfies(m -> assertThat(m.text()).contains("[phone number]"));
        assertThat(inquiries.get(center.id(), question.id()).state()).isEqualTo(InquiryState.TAKEN);

        // from another address, by the reply token alone
        String other = "colleague." + unique + "@people.example";
        send(other, answer.getReplyTo()[0].toString(), "Re: Where to?", "X: y", "Thanks, which box?\n\n> Put it");
        List<Inquiry> both = awaitMails(question.thread(), 2);
        assertThat(both.getLast().body()).isEqualTo("Thanks, which box?");
        assertThat(threads.of(center.id(), question.thread(), true).orElseThrow())
                .satisfies(t -> assertThat(t.messages())
                        .anyMatch(m -> m.author() == Author.NOTE && m.text().contains("Make sure who it is")))
                .satisfies(t -> assertThat(t.contacts())
                        .extracting(Threads.Reach::value)
                        .containsExactly(from));

        // the answer comes back
        inquiries.record(
                center.id(),
                question.id(),
                new InquiryRecord("other", InquiryOutcome.ANSWERED, null, null, null),
                MANAGER);
        bounce(header(answer, "Message-ID"));
        CenterWait.until(
                "the inquiry is open again",
                SOON,
                () -> inquiries.get(center.id(), question.id()).state() == InquiryState.OPEN ? true : null);
    }

    @Test
    void whoGaveBothInAFormIsTheSamePersonByEmail() throws Exception {
        String from = "both." + unique + "@people.example";
        Inquiries.Opened form = inquiries.open(NewInquiry.of(center.id(), InquiryChannel.FORM, "en")
                .from(Contact.phone("+14155553" + number()), null)
                .alsoAt(Contact.email(from))
                .saying("Please call or write")
                .done());

        send(from, address, "And one more thing", "X: y", "It is hot");

        assertThat(awaitMails(form.thread(), 1)).hasSize(1);
    }

    @Test
    void machinesAreNotAnsweredAndStopIsHeard() throws Exception {
        String machine = "robot." + unique + "@people.example";
        String tired = "tired." + unique + "@people.example";
        int automatic = count("AUTOMATIC");

        send(machine, address, "Away", "Auto-Submitted: auto-replied", "I am away");
        send(tired, address, "Re: notice", "X: y", "STOP");

        CenterWait.until(
                "all are taken", SOON, () -> count("AUTOMATIC") > automatic && suppressed(tired) ? true : null);
        awaitNothingToSend();
        assertThat(received(machine)).isEmpty();
        assertThat(received(tired)).isEmpty();
    }

    @Test
    void picturesAreTakenAsInTheForm() throws Exception {
        String from = "photo." + unique + "@people.example";
        String jpeg = java.util.Base64.getMimeEncoder().encodeToString(bytes(0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3));
        send(
                from,
                address,
                "Burn",
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b",
                "--b\nContent-Type: text/plain\n\nSee the picture.\n--b\nContent-Type: image/jpeg; name=a.jpg\n"
                        + "Content-Disposition: attachment; filename=a.jpg\nContent-Transfer-Encoding: base64\n\n"
                        + jpeg
                        + "\n--b\nContent-Type: application/zip\nContent-Disposition: attachment\n\nPK no\n--b--\n");

        Inquiry inquiry = awaitMails(threadOf(from), 1).getFirst();

        assertThat(attachments.of(center.id(), inquiry.id()))
                .singleElement()
                .satisfies(a -> assertThat(a.mediaType()).isEqualTo("image/jpeg"))
                .satisfies(a -> assertThat(a.bytes()).isEqualTo(7));
        assertThat(threads.of(center.id(), inquiry.thread(), true).orElseThrow().messages())
                .anyMatch(m -> m.author() == Author.NOTE && m.text().startsWith("1 file(s)"));
    }

    @Test
    void aReaderThatDiesBetweenStoringAndMarkingMakesOneInquiry() throws Exception {
        String from = "killed." + unique + "@people.example";
        MailConfig own =
                ownFolder("Killed-" + unique, mail(from, address, "Hi", "Message-ID: <k@" + unique + ">", "Hi"));

        assertThatThrownBy(() -> look(own, new MailRound(desk, own) {
                    @Override
                    void settled(MailBox box, Message message, Fate fate) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        assertThat(left(own)).as("it is in the mailbox still").isEqualTo(1);
        look(own, new MailRound(desk, own));

        assertThat(left(own)).isZero();
        assertThat(awaitMails(threadOf(from), 1)).hasSize(1);
    }

    @Test
    void whatWasTakenIsDeletedWhenItIsOldAndNotBefore() throws Exception {
        MailConfig own = ownFolder(
                "Old-" + unique, mail("old@people.example", address, "Away", "Auto-Submitted: auto-replied", "away"));
        look(own, new MailRound(desk, own));

        try (MailBox box = MailBox.open(own)) {
            assertThat(box.purge(Instant.now().minus(Duration.ofDays(30)))).isZero();
            assertThat(box.purge(Instant.now().plus(Duration.ofDays(2)))).isPositive();
        }
    }

    @Test
    void twoReadersAtOnceMakeOneInquiryOfEachMail() throws Exception {
        String from = "twice." + unique + "@people.example";
        MimeMessage[] mails = IntStream.range(0, 8)
                .mapToObj(i -> mail(from, address, "No " + i, "Message-ID: <" + i + "." + unique + "@x>", "text " + i))
                .toArray(MimeMessage[]::new);
        MailConfig own = ownFolder("Twice-" + unique, mails);

        try (var readers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                readers.submit(() -> {
                    MailRound round = new MailRound(desk, own);
                    for (int look = 0; look < 3; look++) {
                        look(own, round);
                    }
                    return null;
                });
            }
        }
        look(own, new MailRound(desk, own));

        assertThat(left(own)).isZero();
        assertThat(awaitMails(threadOf(from), 8)).hasSize(8);
    }

    @Test
    void oneThatCannotBeReadIsSetAsideAndTheOthersAreTaken() throws Exception {
        String from = "fine." + unique + "@people.example";
        int broken = count("BROKEN");
        MailConfig own = ownFolder(
                "Broken-" + unique,
                mail("bad@people.example", address, "bad", "X-Broken: yes", "bad"),
                mail(from, address, "good", "X: y", "good"));
        MailRound round = new MailRound(desk, own) {
            @Override
            Arrived read(Message message) throws MessagingException, IOException {
                if (message.getHeader("X-Broken") != null) {
                    throw new IOException("garbled");
                }
                return super.read(message);
            }
        };

        look(own, round);
        assertThat(awaitMails(threadOf(from), 1)).hasSize(1);
        look(own, round);
        look(own, round);

        assertThat(left(own)).isZero();
        assertThat(count("BROKEN")).isEqualTo(broken + 1);
        assertThat(DrillCenter.as("ops")
                        .get("/api/mail-intake")
                        .expect(200)
                        .body()
                        .path("broken")
                        .asInt())
                .isPositive();
    }

    /** As the process ends: nothing after it is done. */
    private static final class Killed extends Error {}

    private static void look(MailConfig config, MailRound round) throws MessagingException {
        try (MailBox box = MailBox.open(config)) {
            round.run(box);
        }
    }

    /** The same mailbox, another folder: the application itself does not look there. */
    private MailConfig ownFolder(String name, MimeMessage... mails) throws MessagingException {
        MailConfig own = (MailConfig) Proxy.newProxyInstance(
                MailConfig.class.getClassLoader(),
                new Class<?>[] {MailConfig.class},
                (proxy, method, arguments) ->
                        method.getName().equals("folder") ? name : method.invoke(config, arguments));
        try (Store box = Session.getInstance(new Properties()).getStore("imap")) {
            box.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.user().orElseThrow(),
                    config.password().orElseThrow());
            Folder folder = box.getFolder(name);
            folder.create(Folder.HOLDS_MESSAGES);
            folder.appendMessages(mails);
        }
        return own;
    }

    private static int left(MailConfig config) throws MessagingException {
        try (MailBox box = MailBox.open(config)) {
            return box.arrived().size();
        }
    }

    private static MimeMessage mail(String from, String to, String subject, String headers, String text) {
        String raw = "From: " + from + "\nTo: " + to + "\nSubject: " + subject + "\n" + headers + "\n\n" + text + "\n";
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(String from, String to, String subject, String headers, String text)
            throws MessagingException {
        post(mail(from, to, subject, headers, text), to);
    }

    private static void post(MimeMessage mail, String to) throws MessagingException {
        try (Transport smtp = Session.getInstance(new Properties()).getTransport("smtp")) {
            smtp.connect("127.0.0.1", TestStack.get().plan().smtpPort(), null, null);
            smtp.sendMessage(mail, new InternetAddress[] {new InternetAddress(to)});
        }
    }

    private static void bounce(String messageId) throws MessagingException {
        post(
                mail(
                        "mailer-daemon@mx.example",
                        Stack.INQUIRIES,
                        "Undelivered",
                        "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
                        "--b\nContent-Type: text/plain\n\nsorry\n--b\nContent-Type: message/delivery-status\n\n"
                                + "Action: failed\nStatus: 5.1.1\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: "
                                + messageId + "\n--b--\n"),
                Stack.INQUIRIES);
    }

    private UUID threadOf(String from) {
        return CenterWait.until(
                "the mail of the person is an inquiry",
                SOON,
                () -> inquiries.page(center.id(), true, null, 200).stream()
                        .filter(i -> i.channel() == InquiryChannel.EMAIL)
                        .map(Inquiry::thread)
                        .distinct()
                        .filter(t -> threads.contacts(center.id(), t).stream()
                                .anyMatch(c -> c.value().equals(from)))
                        .findFirst()
                        .orElse(null));
    }

    /** All e-mails of a thread, when there are enough of them. */
    private List<Inquiry> awaitMails(UUID thread, int count) {
        return CenterWait.until("there are " + count + " e-mails", SOON, () -> {
            List<Inquiry> mails = threads.of(center.id(), thread, true).orElseThrow().inquiries().stream()
                    .filter(i -> i.channel() == InquiryChannel.EMAIL)
                    .toList();
            return mails.size() >= count ? mails : null;
        });
    }

    private static List<MimeMessage> awaitMail(String to, int count) {
        return CenterWait.until("the person has " + count + " e-mails", SOON, () -> {
            List<MimeMessage> mails = received(to);
            return mails.size() >= count ? mails : null;
        });
    }

    private static List<MimeMessage> received(String to) {
        return Stream.of(TestStack.get().mail().getReceivedMessages())
                .filter(m -> header(m, "To") != null && header(m, "To").contains(to))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitNothingToSend() {
        CenterWait.until(
                "all is sent",
                SOON,
                () -> sql.first("select 1 from inquiry_mail_out where state in ('PENDING', 'ATTEMPTING')", row -> true)
                                .isEmpty()
                        ? true
                        : null);
    }

    private int count(String fate) {
        return sql.first("select count(*) from inquiry_mail where fate = ?", row -> row.getInt(1), fate)
                .orElseThrow();
    }

    private boolean suppressed(String email) {
        return suppressions.since(center.id(), Contact.email(email)).isPresent();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static String number() {
        return "%03d".formatted(100 + new java.util.Random().nextInt(100));
    }
}
