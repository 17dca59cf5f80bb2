package io.tocsin.drill;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a drill's recording sounds like, where nobody spoke: short soft tones, as long as the message. */
final class Tone {
    private static final int RATE = 8000;
    private static final int HEADER = 44;
    private static final double HERTZ = 440;
    private static final int LOUDNESS = 24;

    private Tone() {}

    /** A WAV file: PCM, one channel, 8 bits, 8,000 samples a second. */
    static byte[] wav(int seconds) {
        int samples = RATE * seconds;
        ByteBuffer file = ByteBuffer.allocate(HEADER + samples).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF"))
                .putInt(HEADER - 8 + samples)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        file.putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE)
                .putShort((short) 1)
                .putShort((short) 8);
        file.put(ascii("data")).putInt(samples);
        for (int i = 0; i < samples; i++) {
            boolean silent = i / (RATE / 2) % 2 == 1;
            file.put((byte) (128 + (silent ? 0 : Math.round(LOUDNESS * Math.sin(2 * Math.PI * HERTZ * i / RATE)))));
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
