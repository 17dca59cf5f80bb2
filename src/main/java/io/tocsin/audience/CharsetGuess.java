package io.tocsin.audience;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds a text's encoding: by its mark if it has one, else by what it can be read as with the fewest errors. */
final class CharsetGuess {
    /** Shift_JIS as Windows writes it: with ①, ㈱, 髙 and the like. */
    static final Charset MS932 = Charset.forName("windows-31j");

    private static final int ENOUGH_ERRORS = 100_000;

    private CharsetGuess() {}

    /** @param head the text's first bytes, which are no longer in {@code rest} */
    static Charset of(byte[] head, InputStream rest) throws IOException {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        // line ends, delimiters and digits of a list have a zero byte beside them, on one side only
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        if (even + odd > head.length / 50) {
            return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        Trial utf8 = new Trial(StandardCharsets.UTF_8);
        Trial japanese = new Trial(MS932);
        Leads bytes = new Leads();
        byte[] piece = head;
        int length = head.length;
        byte[] buffer = new byte[64 * 1024];
        while (length > 0 && !(utf8.hasFailed() && japanese.hasFailed())) {
            utf8.take(piece, length);
            japanese.take(piece, length);
            bytes.take(piece, length);
            piece = buffer;
            length = rest.readNBytes(buffer, 0, buffer.length);
        }
        if (utf8.errors == 0 || utf8.several > 2L * utf8.errors) {
            // hardly any other text makes so many valid sequences: a few rows came from elsewhere
            return StandardCharsets.UTF_8;
        }
        return bytes.isEuropean() || japanese.hasFailed() ? Charset.forName("windows-1252") : MS932;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /**
     * Tells Western Europe from Japan, whose encodings share all bytes: most Japanese characters begin with 0x81 to 0x9f,
     * where Europe has hardly used signs; Europe's letters with accents are 0xc0 to 0xff.
     */
    private static final class Leads {
        private long japanese;
        private long european;

        void take(byte[] piece, int length) {
            for (int i = 0; i < length; i++) {
                int value = piece[i] & 0xff;
                if (value >= 0x81 && value <= 0x9f) {
                    japanese++;
                } else if (value >= 0xe0) {
                    european++;
                }
            }
        }

        boolean isEuropean() {
            return european > 2 * japanese;
        }
    }

    /** Reads the text as one encoding and counts what cannot be. */
    private static final class Trial {
        private final CharsetDecoder decoder;
        private final CharBuffer sink = CharBuffer.allocate(64 * 1024 + 16);
        private ByteBuffer left = ByteBuffer.allocate(0);
        private int errors;
        /** Characters of more than one byte. */
        private long several;

        Trial(Charset charset) {
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        boolean hasFailed() {
            return errors >= ENOUGH_ERRORS;
        }

        void take(byte[] piece, int length) {
            if (hasFailed()) {
                return;
            }
            ByteBuffer in = ByteBuffer.allocate(left.remaining() + length).put(left).put(piece, 0, length).flip();
            while (!hasFailed()) {
                sink.clear();
                int before = in.position();
                CoderResult result = decoder.decode(in, sink, false);
                if (in.position() - before > sink.position()) {
                    several += count(sink);
                }
                if (result.isError()) {
                    errors++;
                    in.position(in.position() + Math.max(1, result.length()));
                } else if (result.isUnderflow()) {
                    break;
                }
            }
            left = in;
        }

        private static long count(CharBuffer characters) {
            long count = 0;
            for (int i = 0; i < characters.position(); i++) {
                count += characters.get(i) > 0x7f ? 1 : 0;
            }
            return count;
        }
    }
}
