package io.tocsin.notice;

import io.tocsin.riskpack.PackTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills facts into notices. */
public final class NoticeRenderer {
    private NoticeRenderer() {}

    /**
     * @param words fact words and standard facts in the template's language
     * @throws io.quarkus.qute.TemplateException if the template names something that {@code words} lacks
     */
    public static RenderedNotice render(NoticeTemplate template, Map<String, ?> words) {
        Map<String, Object> forBody = template.channel() == Channel.WEB ? Html.escaped(words) : new HashMap<>(words);
        return new RenderedNotice(
                template.name(),
                template.channel(),
                template.language(),
                PackTexts.render(template.subject(), words).strip(),
                tidy(PackTexts.render(template.body(), forBody)));
    }

    /** Conditions that do not hold leave blank lines behind; no reader should see where something was left out. */
    private static String tidy(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.strip().split("\\R", -1)) {
            String kept = line.stripTrailing();
            if (!kept.isEmpty() || (!lines.isEmpty() && !lines.getLast().isEmpty())) {
                lines.add(kept);
            }
        }
        return String.join("\n", lines);
    }
}
