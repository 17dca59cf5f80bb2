package io.tocsin.notice;

import io.tocsin.platform.Sha256;

/**
 * A notice as people read it.
 *
 * @param subject empty on channels without one; plain text
 * @param body plain text; HTML for {@link Channel#WEB}
 */
public record RenderedNotice(String name, Channel channel, String language, String subject, String body) {

    /** SHA-256 in hex over subject and body, by which anyone can prove which words went out. */
    public String sha256() {
        return Sha256.of(subject + "\n" + body);
    }
}
