package io.tocsin.inquiry.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mailbox in which people's e-mails arrive (IMAP). Without a host no mailbox is read and nothing is answered. */
@ConfigMapping(prefix = "tocsin.inquiry.mail")
interface MailConfig {
    Optional<String> host();

    @WithDefault("993")
    int port();

    /** Whether the connection is encrypted from its first byte; false only for a server on the same machine. */
    @WithDefault("true")
    boolean tls();

    Optional<String> user();

    Optional<String> password();

    /** Where e-mails arrive. */
    @WithDefault("INBOX")
    String folder();

    /** Where e-mails go that were taken. */
    @WithDefault("Tocsin-Done")
    String doneFolder();

    /** Where e-mails go that belong to no center, or that could not be read: somebody has to look at them. */
    @WithDefault("Tocsin-Set-Aside")
    String asideFolder();

    /** How long both folders keep them: the mailbox must not outlive what the center may keep. */
    @WithDefault("30d")
    Duration keepFor();

    /**
     * The mailbox's address. Ours are {@code name+token@domain}: the mail server must deliver them to the mailbox as well.
     */
    Optional<String> address();

    /** More addresses of the mailbox, each of one center. */
    Map<String, UUID> addresses();

    /** In whose address our answers and acknowledgements are sent; the name is the organization's. */
    @WithDefault("${tocsin.mail.from:tocsin@localhost}")
    String from();

    @WithDefault("15s")
    Duration pollEvery();

    /** For connecting to the mailbox, and for each answer of its server. */
    @WithDefault("20s")
    Duration timeout();

    /** E-mails that one look takes on. */
    @WithDefault("100")
    int most();

    /** Files that are taken from one e-mail. */
    @WithDefault("5")
    int mostAttachments();

    /** Largest file in bytes, as in the form of the notice site; all files of one e-mail may have twice as much. */
    @WithDefault("5242880")
    int largestAttachment();
}
