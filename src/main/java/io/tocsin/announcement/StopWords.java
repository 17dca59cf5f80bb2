package io.tocsin.announcement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a reply asks for, by its words alone: in any width and case, whatever stands around them. */
public final class StopWords {
    /** English words: those that Twilio takes as opt-outs and opt-ins by default ("Default keywords"). */
    private static final Set<String> STOP = Set.of(
            "STOP",
            "STOPALL",
            "STOP ALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "REVOKE",
            "OPTOUT",
            "OPT OUT",
            "OPT-OUT",
            "配信停止",
            "停止",
            "解除",
            "配信解除",
            "ストップ",
            "配信停止希望",
            "配信を停止",
            "配信停止してください",
            "停止してください",
            "解除してください");

    private static final Set<String> START = Set.of("START", "UNSTOP", "YES", "配信再開", "再開");
    private static final Set<String> HELP = Set.of("HELP", "INFO", "ヘルプ");

    private StopWords() {}

    public enum Wish {
        STOP,
        START,
        HELP,
        /** Something to be read by a person. */
        NONE
    }

    public static Wish of(String reply) {
        String words = Normalizer.normalize(reply, Normalizer.Form.NFKC)
                .replaceAll("[\\p{P}\\p{S}\\p{C}&&[^-]]+", " ")
                .replaceAll("[\\s\\u3000]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
        if (STOP.contains(words)) {
            return Wish.STOP;
        }
        if (START.contains(words)) {
            return Wish.START;
        }
        return HELP.contains(words) ? Wish.HELP : Wish.NONE;
    }
}
