package io.tocsin.announcement;

import io.tocsin.center.CenterTexts;
import io.tocsin.notice.Channel;
import io.tocsin.notice.NoticeRenderer;
import io.tocsin.notice.NoticeTemplate;
import io.tocsin.notice.RenderedNotice;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What goes out by other hands, as files: letters for the printer, texts for the press and for social media. */
@ApplicationScoped
class HandingOn {
    private final Announcements announcements;
    private final Letters letters;
    private final Estimates estimates;
    private final TextsOfAnnouncements texts;
    private final AuditLog audit;
    private final Caller caller;

    HandingOn(
            Announcements announcements,
            Letters letters,
            Estimates estimates,
            TextsOfAnnouncements texts,
            AuditLog audit,
            Caller caller) {
        this.announcements = announcements;
        this.letters = letters;
        this.estimates = estimates;
        this.texts = texts;
        this.audit = audit;
        this.caller = caller;
    }

    /** A text that others publish. */
    record Text(String channel, String language) {
        public Phrase words() {
            return Channel.of(channel).map(ChannelWords::of).orElseGet(() -> Phrase.same(channel));
        }
    }

    /** Texts of the pack that are no message to a person. */
    List<Text> texts(Announcement a) {
        CenterTexts.Texts center =
                texts.of(a.centerId(), a.notice(), estimates.factsVersion(a)).center();
        return center.templates().in(center.languages()).stream()
                .filter(t -> t.name().equals(a.notice()) && !AnnouncementForm.CHANNELS.contains(t.channel()))
                .map(t -> new Text(t.channel().code(), t.language()))
                .toList();
    }

    @Transactional
    public Response letters(UUID centerId, UUID id) {
        Announcement a = announcements.get(centerId, id);
        if (a.startedAt() == null) {
            throw Problem.conflict(
                    "not-started",
                    Phrase.of("Letters exist once the announcement was started.", "郵送データは告知の開始後に作成されます。"));
        }
        audit.record(caller.name(), "letters.downloaded", "announcement " + id, centerId, Map.of());
        StreamingOutput file = out -> letters.write(a, out);
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"letters-" + id + ".csv\"")
                .build();
    }

    /** @return letters that are on their way now */
    @Transactional
    public int handedOver(UUID centerId, UUID id) {
        Announcement a = announcements.get(centerId, id);
        int count = letters.handedOver(a);
        audit.record(caller.name(), "letters.handed-over", "announcement " + id, centerId, Map.of("letters", count));
        return count;
    }

    Response text(UUID centerId, UUID id, String channelName, String language) {
        Announcement a = announcements.get(centerId, id);
        CenterTexts.Texts center =
                texts.of(centerId, a.notice(), estimates.factsVersion(a)).center();
        NoticeTemplate template = Channel.of(channelName)
                .flatMap(channel -> center.templates().find(a.notice(), channel, language))
                .filter(t -> center.words().containsKey(language))
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("The pack has no such text for this center.", "パックにこのセンター用の該当する文がありません。")));
        RenderedNotice rendered = NoticeRenderer.render(template, center.words().get(language));
        String file = a.notice() + "." + channelName + "." + language + ".txt";
        return Response.ok(
                        rendered.subject().isEmpty() ? rendered.body() : rendered.subject() + "\n\n" + rendered.body())
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }
}
