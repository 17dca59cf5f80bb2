package io.tocsin.notice;

/**
 * The words of a notice before facts are filled in.
 *
 * @param name one pack may have several: {@code notice}, {@code reminder}
 * @param subject heading or e-mail subject; empty on channels without one
 * @param body plain text; HTML for {@link Channel#WEB}
 * @param path where it stands in the pack
 */
public record NoticeTemplate(String name, Channel channel, String language, String subject, String body, String path) {}
