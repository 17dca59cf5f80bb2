package io.tocsin.announcement;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Json;
import java.util.List;
import java.util.UUID;

/**
 * What its author says about an announcement; see {@link Announcement}. What is left out gets the usual value.
 *
 * @param channels SMS, EMAIL and LETTER in the order in which they are tried
 * @param notice the pack's {@code notice} where missing
 */
public record AnnouncementDraft(
        UUID audience,
        String title,
        String notice,
        JsonNode segment,
        List<Channel> channels,
        Boolean dangerToLife,
        Integer firstSharePercent,
        Integer failureLimit,
        Integer pacedPerMinute) {
    private static final int USUAL_FAILURE_LIMIT = 15;

    static AnnouncementDraft of(Announcement a) {
        return new AnnouncementDraft(
                a.audienceId(),
                a.title(),
                a.notice(),
                a.segment(),
                a.channels(),
                a.dangerToLife(),
                a.firstSharePercent(),
                a.failureLimit(),
                a.pacedPerMinute());
    }

    AnnouncementDraft paced(Integer perMinute) {
        return new AnnouncementDraft(
                audience, title, notice, segment, channels, dangerToLife, firstSharePercent, failureLimit, perMinute);
    }

    public AnnouncementDraft {
        notice = notice == null || notice.isBlank() ? "notice" : notice.strip();
        title = title == null ? "" : title.strip();
        segment = segment == null || segment.isNull() ? Json.object() : segment;
        channels = channels == null || channels.isEmpty()
                ? List.of(Channel.SMS, Channel.EMAIL, Channel.LETTER)
                : List.copyOf(channels);
        dangerToLife = dangerToLife != null && dangerToLife;
        failureLimit = failureLimit == null ? USUAL_FAILURE_LIMIT : failureLimit;
    }
}
