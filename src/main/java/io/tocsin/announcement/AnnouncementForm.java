package io.tocsin.announcement;

import io.tocsin.audience.WhomChoice;
import io.tocsin.console.Form;
import io.tocsin.notice.Channel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A draft as the console's form gives it. A number that cannot be read becomes one that the check refuses. */
final class AnnouncementForm {
    static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL, Channel.LETTER);
    /** Chosen where a draft's conditions have no name, to leave them as they are. */
    static final String AS_IT_IS = "as-it-is";

    private AnnouncementForm() {}

    /** @param before the draft that is edited; null for a new one */
    static AnnouncementDraft read(Form form, WhomChoice choice, UUID centerId, Announcement before) {
        WhomChoice.Whom whom = before != null && form.value("audience").equals(AS_IT_IS)
                ? new WhomChoice.Whom(before.audienceId(), before.segment())
                : choice.read(centerId, form.id("audience")).orElse(new WhomChoice.Whom(null, null));
        return new AnnouncementDraft(
                whom.audience(),
                form.value("title"),
                form.value("notice"),
                whom.segment(),
                channels(form, before),
                form.has("dangerToLife", "true"),
                form.number("firstSharePercent"),
                form.number("failureLimit"),
                form.number("pacedPerMinute"));
    }

    /** As the form was filled in for this announcement. */
    static Form of(Announcement a, WhomChoice choice) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("title", List.of(a.title()));
        values.put(
                "audience",
                List.of(choice.shown(a.audienceId(), a.segment())
                        .map(UUID::toString)
                        .orElse(AS_IT_IS)));
        values.put("notice", List.of(a.notice()));
        values.put("channels", a.channels().stream().map(Channel::name).toList());
        values.put("dangerToLife", List.of(String.valueOf(a.dangerToLife())));
        values.put("firstSharePercent", List.of(text(a.firstSharePercent())));
        values.put("failureLimit", List.of(text(a.failureLimit())));
        values.put("pacedPerMinute", List.of(text(a.pacedPerMinute())));
        values.put("version", List.of(String.valueOf(a.version())));
        return new Form(values, null, List.of());
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("[,;\\s]+")).filter(l -> !l.isBlank()).toList();
    }

    /** In the usual order, or in the draft's own where the same ones are ticked. */
    private static List<Channel> channels(Form form, Announcement before) {
        List<Channel> ticked =
                CHANNELS.stream().filter(c -> form.has("channels", c.name())).toList();
        return before != null && new HashSet<>(before.channels()).equals(new HashSet<>(ticked))
                ? before.channels()
                : ticked;
    }

    private static String text(Integer number) {
        return number == null ? "" : number.toString();
    }
}
