package io.tocsin.inquiry.mail;

import io.tocsin.inquiry.Inquiries;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an e-mail. Of one that is still at its server only those parts are fetched that are taken. */
final class MailReader {
    private static final String[] ADDRESSED = {
        "To", "Cc", "Delivered-To", "X-Original-To", "X-Envelope-To", "Envelope-To", "Resent-To"
    };
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{3,250})>");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",;:()]{1,64}@[a-z0-9.\\-\\p{L}]{3,250}");
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_REFERENCES = 20;

    private MailReader() {}

    static Arrived read(Message mail, MailParts.Limits limits) throws MessagingException, IOException {
        String from = from(mail);
        Nature nature = Nature.of(mail, from);
        MailParts parts =
                switch (nature) {
                    case PERSON -> MailParts.of(mail, limits);
                    case BOUNCE -> MailParts.ofReport(mail);
                    case AUTOMATIC -> MailParts.none();
                };
        String subject = subject(mail);
        String text = nature == Nature.PERSON ? said(subject, Quoted.cut(parts.text())) : parts.text();
        boolean cut = nature == Nature.PERSON && text.length() > Inquiries.LONGEST_TEXT;
        return new Arrived(
                nature,
                ids(mail, "Message-ID").stream().findFirst().orElse(null),
                from,
                subject,
                addressed(mail),
                references(mail),
                cut ? begin(text) : text,
                cut || parts.cut(),
                parts.files(),
                parts.left());
    }

    private static String said(String subject, String own) {
        if (own.isEmpty()) {
            return subject;
        }
        return isReply(subject) || subject.isEmpty() ? own : subject + "\n\n" + own;
    }

    private static String begin(String text) {
        int end = Inquiries.LONGEST_TEXT;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Null where it is none that could be answered. */
    private static String from(Message mail) throws MessagingException {
        Address[] from = addresses(mail, "From");
        String address = from.length > 0 && from[0] instanceof InternetAddress first ? first.getAddress() : null;
        String plain = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(plain).matches() ? plain : null;
    }

    private static Address[] addresses(Message mail, String name) throws MessagingException {
        String[] lines = mail.getHeader(name);
        return lines == null ? new Address[0] : InternetAddress.parseHeader(String.join(",", lines), false);
    }

    private static List<String> addressed(Message mail) throws MessagingException {
        Set<String> all = new LinkedHashSet<>();
        for (String name : ADDRESSED) {
            try {
                Arrays.stream(addresses(mail, name))
                        .map(a -> ((InternetAddress) a).getAddress())
                        .filter(a -> a != null && a.contains("@"))
                        .map(a -> a.strip().toLowerCase(Locale.ROOT))
                        .forEach(all::add);
            } catch (MessagingException e) {
                // what one header garbles may stand in another
            }
        }
        return List.copyOf(all);
    }

    private static String subject(Message mail) throws MessagingException, IOException {
        String[] raw = mail.getHeader("Subject");
        if (raw == null) {
            return "";
        }
        String plain = MimeUtility.decodeText(MimeUtility.unfold(raw[0]))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_SUBJECT));
    }

    /** Its subject is then the other message's. */
    static boolean isReply(String subject) {
        return subject.matches("(?i)(?:re|aw|sv|antw|返信|回答)(?:\\[\\d+])? ?[:：].*");
    }

    private static List<String> references(Message mail) throws MessagingException {
        Set<String> all = new LinkedHashSet<>(ids(mail, "In-Reply-To"));
        all.addAll(ids(mail, "References").reversed());
        return all.stream().limit(MOST_REFERENCES).toList();
    }

    private static List<String> ids(Message mail, String name) throws MessagingException {
        String[] lines = mail.getHeader(name);
        List<String> ids = new ArrayList<>();
        if (lines != null) {
            Matcher id = ID.matcher(String.join(" ", lines));
            while (id.find()) {
                ids.add(id.group(1));
            }
        }
        return ids;
    }
}
