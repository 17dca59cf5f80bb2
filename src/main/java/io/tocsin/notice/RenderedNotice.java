package io.tocsin.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A notice as people read it.
 *
 * @param subject empty on channels without one; plain text
 * @param body plain text; HTML for {@link Channel#WEB}
 */
public record RenderedNotice(String name, Channel channel, String language, String subject, String body) {

    /** SHA-256 in hex over subject and body, by which anyone can prove which words went out. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((subject + "\n" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
