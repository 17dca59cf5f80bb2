package io.tocsin.audience;

import io.tocsin.platform.Phrase;
import java.util.UUID;

/**
 * How far an import is, for a person to see.
 *
 * @param percent of the list's bytes
 */
record ImportProgress(
        UUID id,
        UUID audienceId,
        UUID centerId,
        Phrase state,
        String tone,
        boolean over,
        int percent,
        AudienceImport counts) {
    static ImportProgress of(AudienceImport i) {
        boolean done = i.state() == AudienceImport.State.DONE;
        int percent = done ? 100 : i.bytes() == 0 ? 0 : (int) Math.min(99, i.bytesRead() * 100 / i.bytes());
        return new ImportProgress(
                i.id(),
                i.audienceId(),
                i.centerId(),
                words(i.state()),
                tone(i.state()),
                i.endedAt() != null,
                percent,
                i);
    }

    static Phrase words(AudienceImport.State state) {
        return switch (state) {
            case UPLOADED -> Phrase.of("waits for you", "確認待ち");
            case RUNNING -> Phrase.of("being read", "取り込み中");
            case DONE -> Phrase.of("done", "完了");
            case FAILED -> Phrase.of("ended early", "中断");
        };
    }

    private static String tone(AudienceImport.State state) {
        return switch (state) {
            case UPLOADED -> "warn";
            case RUNNING -> "busy";
            case DONE -> "good";
            case FAILED -> "bad";
        };
    }

    public String path() {
        return "/console/centers/" + centerId + "/audiences/" + audienceId + "/imports/" + id;
    }
}
