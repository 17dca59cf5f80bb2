package io.tocsin.inquiry.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who wrote an e-mail: a person, a machine, or a mail server about one of ours. */
enum Nature {
    PERSON,
    /** Holiday notes, mailing lists, newsletters, our own: nobody waits for an answer, and an answer could go round. */
    AUTOMATIC,
    /** A delivery status notification (RFC 3464). */
    BOUNCE;

    private static final Pattern MACHINES = Pattern.compile(
            "(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|[^@]*-bounces?|listserv|majordomo)([+-][^@]*)?@.*");
    private static final Pattern BULK = Pattern.compile("bulk|junk|list|auto_reply");
    private static final String[] OF_LISTS = {
        "List-Id", "List-Post", "List-Help", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Tocsin-Announcement"
    };

    /** @param from the sender's address; null for none */
    static Nature of(Message mail, String from) throws MessagingException {
        if (mail.isMimeType("multipart/report")) {
            return header(mail, "Content-Type").contains("delivery-status") ? BOUNCE : AUTOMATIC;
        }
        String submitted = header(mail, "Auto-Submitted");
        String suppress = header(mail, "X-Auto-Response-Suppress");
        boolean automatic = !submitted.isEmpty() && !submitted.startsWith("no")
                || suppress.contains("all")
                || suppress.contains("autoreply")
                || suppress.contains("oof")
                || BULK.matcher(header(mail, "Precedence")).matches()
                || header(mail, "Return-Path").replaceAll("\\s", "").equals("<>")
                || from == null
                || MACHINES.matcher(from).matches();
        for (String name : OF_LISTS) {
            automatic |= mail.getHeader(name) != null;
        }
        return automatic ? AUTOMATIC : PERSON;
    }

    private static String header(Message mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : String.join(" ", values).strip().toLowerCase(Locale.ROOT);
    }
}
