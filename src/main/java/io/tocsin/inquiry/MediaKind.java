package io.tocsin.inquiry;

import java.util.Arrays;
import java.util.Optional;

/** Files that people may send, told by how they begin, whatever they are called. */
public enum MediaKind {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    PDF("application/pdf", '%', 'P', 'D', 'F', '-');

    private final String mediaType;
    private final int[] begin;

    MediaKind(String mediaType, int... begin) {
        this.mediaType = mediaType;
        this.begin = begin;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty for what we do not take. */
    public static Optional<MediaKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < begin.length) {
            return false;
        }
        for (int i = 0; i < begin.length; i++) {
            if ((content[i] & 0xFF) != begin[i]) {
                return false;
            }
        }
        return true;
    }
}
