package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real mail client at a real mail server, every mail on a connection of its own. */
class MailServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 24;
    private static final int ROUNDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailServer mails;

    @BeforeEach
    void start() {
        server.start();
        MailClient client = MailClient.create(
                vertx,
                new MailConfig()
                        .setHostname("127.0.0.1")
                        .setPort(server.getSmtp().getPort())
                        .setKeepAlive(false));
        mails = new MailServer(new Client(client), vertx);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.stop();
    }

    /** What the mailer does, without its settings. */
    private record Client(MailClient client) implements ReactiveMailer {
        @Override
        public Uni<Void> send(Mail... mails) {
            Mail mail = mails[0];
            return Uni.createFrom()
                    .completionStage(() -> client.sendMail(new MailMessage()
                                    .setFrom(mail.getFrom())
                                    .setTo(mail.getTo())
                                    .setSubject(mail.getSubject())
                                    .setText(mail.getText()))
                            .toCompletionStage())
                    .replaceWithVoid();
        }
    }

    private static Mail mail(String to) {
        return Mail.withText(to, "Recall", "Please stop using it.").setFrom("tocsin@drill.example");
    }

    @Test
    void aBurstOfMailsFromManyThreadsIsTakenToTheLast() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<Void>> burst = IntStream.range(0, AT_ONCE)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        mails.send(mail("reader@drill.example"), PATIENCE);
                        return null;
                    })
                    .toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var sent : threads.invokeAll(burst)) {
                    sent.get();
                }
            }
        }
        assertThat(server.getReceivedMessages()).hasSize(ROUNDS * AT_ONCE);
    }

    @Test
    void aRefusedAddressIsToldAtOnce() {
        assertThatThrownBy(() -> mails.send(mail("no address at all"), PATIENCE))
                .isNotInstanceOf(io.smallrye.mutiny.TimeoutException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
