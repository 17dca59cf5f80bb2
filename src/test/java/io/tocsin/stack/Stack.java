package io.tocsin.stack;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** PostgreSQL, Kafka, Keycloak and a mail server, all real, started together and ended together. */
public final class Stack implements AutoCloseable {
    /** The mailbox to which people write. */
    public static final String INQUIRIES = "desk@drill.example";

    private final StackPlan plan;
    private final Secrets secrets;
    private final KeycloakProcess keycloak;
    private final DrillPeople people;
    private EmbeddedPostgres postgres;
    private EmbeddedKafkaBroker kafka;
    private GreenMail mail;

    private Stack(StackPlan plan) {
        this.plan = plan;
        this.secrets = new Secrets(plan.data());
        // the administrator's password is the machine's, as the initialised Keycloak database is
        this.keycloak = new KeycloakProcess(plan, new Secrets(plan.home()).get("keycloak.admin"));
        this.people = new DrillPeople(keycloak, secrets);
    }

    /** @param tell gets a line for each part that is up */
    public static Stack start(StackPlan plan, Consumer<String> tell) {
        try {
            Throwaways.sweep(plan.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stack stack = new Stack(plan);
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> parts = List.of(
                    pool.submit(stack.timed("PostgreSQL", plan.postgresPort(), stack::startPostgres, tell)),
                    pool.submit(stack.timed("Kafka", plan.kafkaPort(), stack::startKafka, tell)),
                    pool.submit(stack.timed("Mail", plan.smtpPort(), stack::startMail, tell)),
                    pool.submit(stack.timed("Keycloak", plan.keycloakPort(), stack::startKeycloak, tell)));
            for (Future<Void> part : parts) {
                part.get();
            }
            return stack;
        } catch (ExecutionException e) {
            stack.close();
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            stack.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the stack", e);
        }
    }

    /** Starts one part; the part's own exceptions tell what is wrong. */
    private interface Starter {
        void start() throws Exception;
    }

    private Callable<Void> timed(String name, int port, Starter starter, Consumer<String> tell) {
        return () -> {
            long begun = System.nanoTime();
            starter.start();
            tell.accept("%s is up on port %d (%.1f s)"
                    .formatted(
                            name,
                            port,
                            Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0));
            return null;
        };
    }

    private void startPostgres() throws IOException, SQLException {
        Path data = plan.data().resolve("postgres");
        Files.createDirectories(data.getParent());
        postgres = EmbeddedPostgres.builder()
                .setPort(plan.postgresPort())
                .setDataDirectory(data)
                .setCleanDataDirectory(!plan.keep())
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("timezone", "America/St_Johns")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'tocsin_app'")) {
                statement.execute("create role tocsin_owner login password '" + secrets.get("db.owner") + "'");
                statement.execute("create role tocsin_app login password '" + secrets.get("db.app") + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'tocsin'")) {
                statement.execute("create database tocsin owner tocsin_owner");
            }
        }
        try (Connection connection = postgres.getDatabase("postgres", "tocsin").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter schema public owner to tocsin_owner");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void startKafka() throws IOException {
        Path logs = plan.data().resolve("kafka");
        kafka = new EmbeddedKafkaBroker()
                .withKafkaHost("127.0.0.1")
                .withKafkaPort(plan.kafkaPort())
                .withDeleteLogDirsOnClose(!plan.keep())
                .withAdditionalProperties(properties -> {
                    properties.setProperty("log.dirs", logs.toString());
                    properties.setProperty("auto.create.topics.enable", "false");
                    properties.setProperty("group.initial.rebalance.delay.ms", "0");
                });
        Path kept = logs.resolve("meta.properties");
        if (Files.exists(kept)) {
            // the broker would make up a new id at each start, and refuse the data that it kept under the old one
            Properties meta = new Properties();
            try (var in = Files.newBufferedReader(kept)) {
                meta.load(in);
            }
            kafka.withClusterId(meta.getProperty("cluster.id"));
        }
        kafka.start();
    }

    private void startMail() {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(plan.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(plan.imapPort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        mail.setUser(INQUIRIES, secrets.get("mail.inquiries"));
        var users = mail.getUserManager();
        users.setMessageDeliveryHandler((message, to) -> {
            // what stands behind a plus sign is the same mailbox
            String address = to.getEmail().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
            GreenMailUser known = users.getUserByEmail(address);
            return known != null ? known : users.createUser(address, address, address);
        });
    }

    private void startKeycloak() throws IOException, InterruptedException {
        keycloak.start(Map.of(
                "TOCSIN_PUBLIC_BASE_URL", plan.appUrl(),
                "TOCSIN_CONSOLE_SECRET", secrets.get("keycloak.console"),
                "TOCSIN_PROVISIONER_SECRET", secrets.get("keycloak.provisioner"),
                "TOCSIN_SMTP_HOST", "127.0.0.1",
                "TOCSIN_SMTP_PORT", Integer.toString(plan.smtpPort()),
                "TOCSIN_MAIL_FROM", "tocsin@drill.example"));
        people.create();
    }

    /** Settings that bind the application to this stack, as system property names. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.http.port", Integer.toString(plan.appPort()));
        settings.put("tocsin.public-base-url", plan.appUrl());
        settings.put("quarkus.datasource.jdbc.url", databaseUrl());
        settings.put("quarkus.datasource.username", "tocsin_app");
        settings.put("quarkus.datasource.password", secrets.get("db.app"));
        settings.put("quarkus.flyway.username", "tocsin_owner");
        settings.put("quarkus.flyway.password", secrets.get("db.owner"));
        settings.put("kafka.bootstrap.servers", kafkaServers());
        settings.put("tocsin.keycloak.url", plan.keycloakUrl());
        settings.put("tocsin.keycloak.console-secret", secrets.get("keycloak.console"));
        settings.put("tocsin.keycloak.provisioner-secret", secrets.get("keycloak.provisioner"));
        settings.put("tocsin.master-key", secrets.get("master-key"));
        settings.put("tocsin.twilio.drill.account-sid", "ACd0000000000000000000000000000000");
        settings.put("tocsin.twilio.drill.auth-token", secrets.get("twilio.drill"));
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", Integer.toString(plan.smtpPort()));
        settings.put("quarkus.mailer.mock", "false");
        settings.put("tocsin.announcement.mail.takes-drills", "true");
        settings.put("tocsin.inquiry.mail.host", "127.0.0.1");
        settings.put("tocsin.inquiry.mail.port", Integer.toString(plan.imapPort()));
        settings.put("tocsin.inquiry.mail.tls", "false");
        settings.put("tocsin.inquiry.mail.user", INQUIRIES);
        settings.put("tocsin.inquiry.mail.password", secrets.get("mail.inquiries"));
        settings.put("tocsin.inquiry.mail.address", INQUIRIES);
        return settings;
    }

    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + plan.postgresPort() + "/tocsin";
    }

    /** A connection with every right, for tests that look behind the application's back. */
    public Connection superuser() throws SQLException {
        return postgres.getDatabase("postgres", "tocsin").getConnection();
    }

    public String kafkaServers() {
        return "127.0.0.1:" + plan.kafkaPort();
    }

    /** Kafka goes away and comes back with what it kept; only with a plan that keeps its data. */
    public void withoutKafka(Duration time) throws IOException, InterruptedException {
        kafka.close();
        Thread.sleep(time);
        startKafka();
    }

    /** PostgreSQL goes away and comes back with what it kept; only with a plan that keeps its data. */
    public void withoutPostgres(Duration time) throws IOException, SQLException, InterruptedException {
        postgres.close();
        Thread.sleep(time);
        startPostgres();
    }

    public DrillPeople people() {
        return people;
    }

    /** The shell that started it; the server is its child. */
    public ProcessHandle keycloakProcess() {
        return keycloak.process();
    }

    /** The server that listens; each connection has a child of it. */
    public ProcessHandle postgresProcess() {
        try (Stream<String> lines = Files.lines(plan.data().resolve("postgres/postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public GreenMail mail() {
        return mail;
    }

    public StackPlan plan() {
        return plan;
    }

    @Override
    public void close() {
        try {
            keycloak.close();
            if (kafka != null) {
                kafka.close();
            }
            if (mail != null) {
                mail.stop();
            }
            if (postgres != null) {
                postgres.close();
            }
            if (!plan.keep()) {
                Throwaways.delete(plan.data());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
