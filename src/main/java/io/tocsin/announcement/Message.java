package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import io.tocsin.notice.SmsSegments;

/**
 * What one recipient reads.
 *
 * @param organization in whose name it is said
 * @param subject empty on channels without one
 * @param segments of a text message; null on other channels
 */
public record Message(
        Channel channel, String language, String organization, String subject, String body, SmsSegments segments) {}
