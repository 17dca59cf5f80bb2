package io.tocsin.announcement;

import io.tocsin.console.Form;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Json;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A draft as the console's form gives it. A number that cannot be read becomes one that the check refuses. */
final class AnnouncementForm {
    static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL, Channel.LETTER);

    private AnnouncementForm() {}

    static AnnouncementDraft read(Form form) {
        return new AnnouncementDraft(
                id(form.value("audience")),
                form.value("title"),
                form.value("notice"),
                Json.object(),
                CHANNELS.stream().filter(c -> form.has("channels", c.name())).toList(),
                form.has("dangerToLife", "true"),
                number(form.value("firstSharePercent")),
                number(form.value("failureLimit")),
                number(form.value("pacedPerMinute")));
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("[,;\\s]+")).filter(l -> !l.isBlank()).toList();
    }

    private static UUID id(String given) {
        try {
            return given.isEmpty() ? null : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Integer number(String given) {
        return given.isEmpty() ? null : given.matches("\\d{1,6}") ? Integer.valueOf(given) : Integer.valueOf(-1);
    }
}
