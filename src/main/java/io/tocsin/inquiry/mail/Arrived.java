package io.tocsin.inquiry.mail;

import io.tocsin.inquiry.MediaKind;
import java.util.List;

/**
 * An e-mail as it arrived.
 *
 * @param messageId without angle brackets; null where it has none
 * @param from the sender's address in small letters; null where there is none that could be answered
 * @param subject empty for none
 * @param addressed all addresses of ours and of others that it was sent to, in small letters
 * @param references ids of the messages that it answers, without angle brackets, the nearest first
 * @param text what the sender wrote: without the history below it, never longer than an inquiry may be
 * @param cut whether there was more
 * @param left how many files were not taken: of another kind, too large, too many
 */
record Arrived(
        Nature nature,
        String messageId,
        String from,
        String subject,
        List<String> addressed,
        List<String> references,
        String text,
        boolean cut,
        List<File> files,
        int left) {
    Arrived {
        addressed = List.copyOf(addressed);
        references = List.copyOf(references);
        files = List.copyOf(files);
    }

    record File(String name, MediaKind kind, byte[] content) {
        @Override
        public String toString() {
            return kind + " of " + content.length + " bytes";
        }
    }

    @Override
    public String toString() {
        return "an e-mail: " + nature;
    }
}
