package io.tocsin.ivr;

import io.tocsin.platform.Mode;
import java.util.List;
import java.util.Map;

/**
 * With whose voice a center calls people.
 *
 * @param open whether callers are answered by agents now
 * @param languages spoken, the first one for whoever speaks none of them
 * @param number the center's number in E.164; empty if not known
 * @param words language to fact name to the fact as it is spoken
 */
public record CenterVoice(
        Mode mode,
        boolean open,
        List<String> languages,
        String number,
        Map<String, Map<String, Object>> words) {
    static CenterVoice of(LiveScript live) {
        Publication p = live.publication();
        return new CenterVoice(p.mode(), live.stage() == Stage.OPEN, p.languages(), p.callerId(), p.words());
    }

    /** The language in which somebody is spoken to. */
    public String language(String wanted) {
        String base = wanted == null ? "" : wanted.split("-")[0];
        return languages.contains(base) ? base : languages.get(0);
    }
}
