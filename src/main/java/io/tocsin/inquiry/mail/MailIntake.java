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
import java.time.Duration;
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
    private static final Duration PURGE_EVERY = Duration.ofHours(6);

    private final MailConfig config;
    private final MailDesk desk;
    private final MailPost post;
    private final ArrivedMails mails;
    private final Roles roles;
    private final DataSource database;
    private final Clock clock;
    private ScheduledExecutorService pace;
    private MailRound round;
    private Instant nextLook = Instant.MIN;
    private Instant nextPurge = Instant.MIN;
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
            pace.scheduleWithFixedDelay(
                    this::turn, config.pollEvery().toMillis(), every, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (pace != null) {
            pace.shutdownNow();
        }
    }

    private void turn() {
        try {
            Instant now = Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
            if (!now.isBefore(nextLook)) {
                nextLook = now.plus(config.pollEvery());
                lookAlone(now);
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

    private void lookAlone(Instant now) throws SQLException, MessagingException {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try (MailBox box = MailBox.open(config)) {
                round.run(box);
                if (!now.isBefore(nextPurge)) {
                    nextPurge = now.plus(PURGE_EVERY);
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
