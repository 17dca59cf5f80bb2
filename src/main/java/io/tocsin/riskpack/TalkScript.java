package io.tocsin.riskpack;

import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.Map;

/**
 * What an agent says, from the greeting to the good-bye. All texts are templates by language code.
 *
 * @param id file name without its ending
 */
public record TalkScript(
        String id,
        Phrase title,
        Map<String, String> opening,
        Map<String, String> identify,
        Map<String, String> core,
        List<Difficult> difficult,
        Map<String, String> closing) {
    public TalkScript {
        difficult = List.copyOf(difficult);
    }

    /** A question that agents dread, and what may be said. */
    public record Difficult(Map<String, String> question, Map<String, String> answer) {}
}
