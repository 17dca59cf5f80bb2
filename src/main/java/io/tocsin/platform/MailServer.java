package io.tocsin.platform;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Where e-mails are handed over. All mails go by one event loop: when several threads ask the mail client for
 * connections at once, it may open one on another loop than it listens on, and misses the server's greeting. The mail
 * then waits for ever, and the connection's place in the pool is lost.
 */
@ApplicationScoped
public class MailServer {
    private static final Duration USUALLY_ENOUGH = Duration.ofSeconds(20);

    private final ReactiveMailer mailer;
    private final Context loop;

    MailServer(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        OwnLoop owner = new OwnLoop();
        vertx.deployVerticle(owner).toCompletionStage().toCompletableFuture().join();
        this.loop = owner.loop();
    }

    /** Vert.x gives an event loop for keeps to what it deploys. */
    private static final class OwnLoop extends AbstractVerticle {
        private Context loop() {
            return context;
        }
    }

    /** As {@link #send(Mail, Duration)}, with a usual time. Blocks; not for event loops. */
    public void send(Mail mail) {
        send(mail, USUALLY_ENOUGH);
    }

    /**
     * Returns when the server has taken the mail. Blocks; not for event loops.
     *
     * @throws TimeoutException where it has not answered: it may have the mail or not
     * @throws RuntimeException where it has not taken it; the causes tell why
     */
    public void send(Mail mail, Duration atMost) {
        Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(task -> loop.runOnContext(nothing -> task.run()))
                .await()
                .atMost(atMost);
    }
}
