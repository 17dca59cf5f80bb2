package io.tocsin.inquiry.mail;

import io.tocsin.platform.Sql;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** One look into the mailbox, message by message. One that fails does not stop the others; after some tries it is set aside. */
class MailRound {
    private static final Logger LOG = Logger.getLogger(MailRound.class);
    private static final int MOST_TRIES = 3;
    /** The message is hardly to blame; it waits until the database answers. */
    private static final int MOST_TRIES_OF_DATABASE = 40;

    private final MailDesk desk;
    private final MailParts.Limits limits;
    private final Map<String, Integer> failed = new HashMap<>();

    MailRound(MailDesk desk, MailConfig config) {
        this.desk = desk;
        this.limits = new MailParts.Limits(config.mostAttachments(), config.largestAttachment());
    }

    /** @return how many messages are out of the mailbox now */
    int run(MailBox box) throws MessagingException {
        int moved = 0;
        for (Message message : box.arrived()) {
            String key = box.key(message);
            try {
                Fate fate = desk.take(read(message), key);
                settled(box, message, fate);
                failed.remove(key);
                moved++;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (!box.isOpen()) {
                    throw new MessagingException("the mailbox closed the connection");
                }
                moved += tryAgain(box, message, key, e) ? 0 : 1;
            }
        }
        return moved;
    }

    /** Nothing of the message goes into the log: the cause's words may hold an address. */
    private boolean tryAgain(MailBox box, Message message, String key, Exception cause) throws MessagingException {
        int tries = failed.merge(key, 1, Integer::sum);
        LOG.warnf("an e-mail could not be taken message=%s try=%d cause=%s", key, tries, cause.getClass());
        if (tries < (cause instanceof Sql.DatabaseException ? MOST_TRIES_OF_DATABASE : MOST_TRIES)) {
            return true;
        }
        desk.setAside(key);
        box.aside(message);
        failed.remove(key);
        return false;
    }

    Arrived read(Message message) throws MessagingException, IOException {
        return MailReader.read(message, limits);
    }

    /** The message was taken, now or before. */
    void settled(MailBox box, Message message, Fate fate) throws MessagingException {
        if (fate.isForOps()) {
            box.aside(message);
        } else {
            box.done(message);
        }
    }
}
