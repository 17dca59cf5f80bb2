package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code talk/*.yaml}: what agents say. */
final class TalkFiles {
    private static final Set<String> KEYS = Set.of("title", "opening", "identify", "core", "difficult", "closing");

    private TalkFiles() {}

    static List<TalkScript> read(PackFiles files, PackFrame frame, Findings findings) {
        List<TalkScript> scripts = new ArrayList<>();
        for (String path : files.below("talk")) {
            YamlNode root = YamlNode.parse(path, files.texts().get(path), findings);
            root.onlyKeys(KEYS);
            scripts.add(new TalkScript(
                    path.substring("talk/".length()).replaceFirst("\\.ya?ml$", ""),
                    root.need("title").phrase(),
                    text(root, "opening", frame, findings),
                    text(root, "identify", frame, findings),
                    text(root, "core", frame, findings),
                    difficult(root.need("difficult"), frame, findings),
                    text(root, "closing", frame, findings)));
        }
        if (scripts.isEmpty()) {
            findings.add("talk", 0, Phrase.of("There is no talk script", "トークスクリプトがありません"));
        }
        return scripts;
    }

    private static Map<String, String> text(YamlNode root, String key, PackFrame frame, Findings findings) {
        return PackYaml.texts(root.need(key), frame, findings);
    }

    private static List<TalkScript.Difficult> difficult(YamlNode node, PackFrame frame, Findings findings) {
        List<TalkScript.Difficult> questions = new ArrayList<>();
        for (YamlNode item : node.items()) {
            item.onlyKeys(Set.of("question", "answer"));
            questions.add(new TalkScript.Difficult(
                    text(item, "question", frame, findings), text(item, "answer", frame, findings)));
        }
        return questions;
    }
}
