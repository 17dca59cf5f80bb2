package io.tocsin.site;

import io.quarkus.mailer.Mail;
import io.tocsin.audience.Contact;
import io.tocsin.platform.MailServer;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Messages;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Sends codes aside: how long the page takes must not tell whether there was anybody to send to. */
@ApplicationScoped
class CodeSender {
    private static final Logger LOG = Logger.getLogger(CodeSender.class);
    private static final String MESSAGING = "messaging";
    private static final Phrase SUBJECT = Phrase.of("%s: your code", "%s：確認コード");
    private static final Phrase BODY = Phrase.of(
            "%s: your code is %s. It holds for 10 minutes. Enter it on our page only, give it to nobody.",
            "%s：確認コードは %s です。有効期限は10分です。当社のページ以外には入力せず、誰にも伝えないでください。");

    private final Messages messages;
    private final MailServer mails;
    private final Ledger ledger;
    private final SiteConfig config;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CodeSender(Messages messages, MailServer mails, Ledger ledger, SiteConfig config) {
        this.messages = messages;
        this.mails = mails;
        this.ledger = ledger;
        this.config = config;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    void send(SiteCenter center, String language, Contact to, String code) {
        threads.execute(() -> {
            try {
                String body = BODY.with(center.organization(), code).in(language);
                switch (to) {
                    case Contact.Phone phone -> sms(center, phone.value(), body);
                    case Contact.Email email ->
                        mails.send(Mail.withText(
                                        email.value(),
                                        SUBJECT.with(center.organization()).in(language),
                                        body)
                                .setFrom(config.mailFrom())
                                .addHeader("Auto-Submitted", "auto-generated"));
                }
            } catch (RuntimeException e) {
                // The reader asks again; nothing of the person stands in the cause's class.
                LOG.warnf("a code could not be sent center=%s cause=%s", center.id(), e.getClass());
            }
        });
    }

    private void sms(SiteCenter center, String number, String body) {
        String service = ledger.one(center.id(), MESSAGING)
                .map(Resource::vendorId)
                .orElseThrow(
                        () -> new VendorFailure.Passing(Phrase.of("The center sends no SMS", "SMS を送信できません"), null));
        messages.send(center.mode(), service, number, body, null);
    }
}
