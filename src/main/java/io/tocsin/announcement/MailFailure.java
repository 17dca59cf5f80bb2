package io.tocsin.announcement;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** What a failed hand-over to the mail server says about the mail. */
public enum MailFailure {
    /** Certainly not sent, and may work later; also where the server refuses us and not the recipient. */
    LATER,
    /** Certainly not sent, and never will be to this address. */
    REFUSED,
    /** Perhaps sent: it broke off without an answer. */
    UNKNOWN;

    public static MailFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return isAboutTheRecipient(smtp.getReplyCode()) ? REFUSED : LATER;
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return LATER;
            }
            if (cause instanceof IllegalArgumentException) {
                return REFUSED;
            }
        }
        return UNKNOWN;
    }

    /** 550, 551, 553: no such mailbox; 552: full for good; 554: refused (RFC 5321 §4.2.3). 530 and 535 are about us. */
    private static boolean isAboutTheRecipient(int replyCode) {
        return replyCode >= 550 && replyCode <= 559;
    }
}
