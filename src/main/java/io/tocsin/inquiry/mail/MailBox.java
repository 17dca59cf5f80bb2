package io.tocsin.inquiry.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** One look into the mailbox: a connection, from log-in to log-out. */
final class MailBox implements AutoCloseable {
    private final MailConfig config;
    private final Store store;
    private final Folder inbox;

    private MailBox(MailConfig config, Store store, Folder inbox) {
        this.config = config;
        this.store = store;
        this.inbox = inbox;
    }

    static MailBox open(MailConfig config) throws MessagingException {
        String protocol = config.tls() ? "imaps" : "imap";
        String millis = Long.toString(config.timeout().toMillis());
        Properties settings = new Properties();
        settings.put("mail." + protocol + ".connectiontimeout", millis);
        settings.put("mail." + protocol + ".timeout", millis);
        settings.put("mail." + protocol + ".writetimeout", millis);
        settings.put("mail." + protocol + ".peek", "true");
        settings.put("mail." + protocol + ".fetchsize", "262144");
        settings.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.put("mail.mime.address.strict", "false");
        Store store = Session.getInstance(settings, (Authenticator) null).getStore(protocol);
        try {
            store.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.user().orElseThrow(),
                    config.password().orElse(""));
            Folder inbox = store.getFolder(config.folder());
            inbox.open(Folder.READ_WRITE);
            return new MailBox(config, store, inbox);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** What waits, the oldest first. */
    List<Message> arrived() throws MessagingException {
        int count = Math.min(inbox.getMessageCount(), config.most());
        if (count == 0) {
            return List.of();
        }
        Message[] messages = inbox.getMessages(1, count);
        FetchProfile ahead = new FetchProfile();
        ahead.add(FetchProfile.Item.FLAGS);
        ahead.add(UIDFolder.FetchProfileItem.UID);
        ahead.add(IMAPFolder.FetchProfileItem.HEADERS);
        inbox.fetch(messages, ahead);
        return Stream.of(messages).filter(MailBox::isThere).toList();
    }

    private static boolean isThere(Message message) {
        try {
            return !message.isSet(Flags.Flag.DELETED);
        } catch (MessagingException gone) {
            return false;
        }
    }

    /** The same for the same message, for ever. */
    String key(Message message) throws MessagingException {
        UIDFolder folder = (UIDFolder) inbox;
        return config.folder() + " " + folder.getUIDValidity() + " " + folder.getUID(message);
    }

    boolean isOpen() {
        return inbox.isOpen() && store.isConnected();
    }

    void done(Message message) throws MessagingException {
        move(message, config.doneFolder());
    }

    void aside(Message message) throws MessagingException {
        move(message, config.asideFolder());
    }

    /** First a copy, so that nothing is lost in between. */
    private void move(Message message, String name) throws MessagingException {
        inbox.copyMessages(new Message[] {message}, folder(name));
        message.setFlag(Flags.Flag.SEEN, true);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private Folder folder(String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    /** Deletes what came before from the folders of what was taken and what was set aside. @return how many */
    int purge(Instant before) throws MessagingException {
        int purged = 0;
        for (String name : List.of(config.doneFolder(), config.asideFolder())) {
            Folder folder = store.getFolder(name);
            if (!folder.exists()) {
                continue;
            }
            folder.open(Folder.READ_WRITE);
            try {
                Message[] old = folder.search(new ReceivedDateTerm(ComparisonTerm.LT, Date.from(before)));
                folder.setFlags(old, new Flags(Flags.Flag.DELETED), true);
                purged += old.length;
            } finally {
                folder.close(true);
            }
        }
        return purged;
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (inbox.isOpen()) {
                inbox.close(true);
            }
        } finally {
            store.close();
        }
    }
}
