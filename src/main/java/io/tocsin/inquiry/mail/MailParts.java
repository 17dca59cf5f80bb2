package io.tocsin.inquiry.mail;

import io.tocsin.inquiry.MediaKind;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The words and the files of an e-mail, part by part, as far as they are taken. */
final class MailParts {
    private static final int LONGEST_TEXT = 200_000;
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;
    private static final int MOST_PARTS_OF_REPORT = 5;
    private static final int LONGEST_PART_OF_REPORT = 32_000;
    /** Smaller pictures in the text are signatures and counters of readers. */
    private static final int SMALLEST_INLINE = 10_000;

    private final Limits limits;
    private final List<Arrived.File> files = new ArrayList<>();
    private String plain = "";
    private String html = "";
    private boolean cut;
    private int left;
    private int parts;
    private int room;

    private MailParts(Limits limits) {
        this.limits = limits;
        this.room = limits.largestFile() * 2;
    }

    /** @param largestFile in bytes */
    record Limits(int mostFiles, int largestFile) {}

    static MailParts of(Part mail, Limits limits) throws MessagingException, IOException {
        MailParts parts = new MailParts(limits);
        parts.add(mail, 0);
        return parts;
    }

    /** The words of all parts of a notification of a mail server, the beginning of the returned message included. */
    static MailParts ofReport(Part mail) throws MessagingException, IOException {
        MailParts parts = none();
        if (mail.getContent() instanceof Multipart all) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < Math.min(all.getCount(), MOST_PARTS_OF_REPORT); i++) {
                try (InputStream in = all.getBodyPart(i).getInputStream()) {
                    words.append(new String(in.readNBytes(LONGEST_PART_OF_REPORT), StandardCharsets.UTF_8).strip())
                            .append('\n');
                }
            }
            parts.plain = words.toString().replace("\r\n", "\n");
        }
        return parts;
    }

    static MailParts none() {
        return new MailParts(new Limits(0, 0));
    }

    String text() {
        return plain.isBlank() ? HtmlText.of(html) : plain;
    }

    boolean cut() {
        return cut;
    }

    List<Arrived.File> files() {
        return files;
    }

    int left() {
        return left;
    }

    private void add(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            cut = true;
            return;
        }
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart all) {
            for (int i = 0; i < all.getCount(); i++) {
                add(all.getBodyPart(i), depth + 1);
            }
        } else if (!attached && part.isMimeType("text/plain")) {
            plain = plain.isBlank() ? words(part) : plain + "\n" + words(part);
        } else if (!attached && part.isMimeType("text/html")) {
            html = html.isBlank() ? words(part) : html;
        } else if (!part.isMimeType("application/pkcs7-signature")
                && !part.isMimeType("application/pgp-signature")
                && !part.isMimeType("text/calendar")) {
            file(part, attached);
        }
    }

    private void file(Part part, boolean attached) throws MessagingException, IOException {
        int most = Math.min(limits.largestFile(), room);
        // as it travels it is a third larger
        if (files.size() >= limits.mostFiles() || part.getSize() > most / 2 * 3 + 1_000) {
            left++;
            return;
        }
        byte[] content;
        try (InputStream in = part.getInputStream()) {
            content = in.readNBytes(most + 1);
        }
        var kind = MediaKind.of(content);
        if (content.length > most || kind.isEmpty()) {
            left++;
        } else if (attached || content.length >= SMALLEST_INLINE || kind.get() == MediaKind.PDF) {
            room -= content.length;
            files.add(new Arrived.File(name(part), kind.get(), content));
        }
    }

    private static String name(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? "" : MimeUtility.decodeText(name);
        } catch (MessagingException | IOException e) {
            return "";
        }
    }

    private String words(Part part) throws MessagingException, IOException {
        byte[] raw;
        try (InputStream in = part.getInputStream()) {
            raw = in.readNBytes(LONGEST_TEXT + 1);
        }
        cut |= raw.length > LONGEST_TEXT;
        return new String(raw, 0, Math.min(raw.length, LONGEST_TEXT), charset(part));
    }

    /** What the sender says; UTF-8 where it says nothing that is known. */
    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
