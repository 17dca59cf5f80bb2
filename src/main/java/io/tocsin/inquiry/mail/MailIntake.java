package io.tocsin.inquiry.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Looks into the mailbox and sends what is to be sent. Of several replicas one reads at a time; that each e-mail is taken
 * once does not hang on it.
 */
@ApplicationScoped
class MailIntake {
    private static final Logger LOG = Logger.getLogger(MailIntake.class);
    private static final long READER_LOCK = 16_200;
    private static final int PURGE_EVERY = 500;

    private final MailConfig config;
    private final MailDesk desk;
    private final MailPost post;
    private final ArrivedMails mails;
    private final Roles roles;
    private final DataSource database;
    private final Clock clock;
    private ScheduledExecutorService pace;
    private MailRound round;
    private long looked = System.nanoTime();
    private long looks;
    private boolean failing;

    MailIntake(
            MailConfig config,
            MailDesk desk,
            MailPost post,
            ArrivedMails mails,
            Roles roles,
            DataSource database,
            Clock clock) {
        this.config = config;
        this.desk = desk;
        this.post = post;
        this.mails = mails;
        this.roles = roles;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("api") && config.host().isPresent()) {
            round = new MailRound(desk, config);
            pace = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("mail-intake").daemon().factory());
            long every = Math.min(1_000, config.pollEvery().toMillis());
            pace.scheduleWithFixedDelay(this::turn, config.pollEvery().toMillis(), every, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (pace != null) {
            pace.shutdownNow();
        }
    }

    private void turn() {
        try {
            if (System.nanoTime() - looked >= config.pollEvery().toNanos()) {
                looked = System.nanoTime();
                lookAlone();
            }
            post.send();
            failing = false;
        } catch (MessagingException | SQLException | RuntimeException e) {
            LOG.logf(
                    failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "the mailbox of inquiries is not read for now cause=%s",
                    e.getClass());
            failing = true;
        }
    }

    private void lookAlone() throws SQLException, MessagingException {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try (MailBox box = MailBox.open(config)) {
                round.run(box);
                if (looks++ % PURGE_EVERY == 0) {
                    Instant old = clock.instant().minus(config.keepFor());
                    box.purge(old);
                    mails.forget(old);
                }
            } finally {
                // the pool keeps the connection, and with it the lock, unless it is given back
                ask(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private static boolean ask(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, READER_LOCK);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
