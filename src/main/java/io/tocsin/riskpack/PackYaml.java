package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the readers of a pack's YAML files share; of use to the rooms that own a part, too. */
public final class PackYaml {
    /** An id that can stand in an address. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private PackYaml() {}

    /** Opens a file that the pack must have; its absence is a finding. */
    public static YamlNode open(String path, PackFiles files, Findings findings) {
        Optional<String> text = files.text(path);
        if (text.isEmpty()) {
            findings.add(path, 0, Phrase.of("This file is missing", "このファイルがありません"));
            return nothing(path);
        }
        YamlNode root = YamlNode.parse(path, text.get(), findings);
        return root.isPresent() ? root : nothing(path);
    }

    /** An unreadable file is one finding; what is then missing in it is not said again. */
    private static YamlNode nothing(String path) {
        return YamlNode.parse(path, "{}", new Findings());
    }

    /** Templates by language: each language of the pack must be there, and each name must be known. */
    public static Map<String, String> texts(YamlNode node, PackFrame frame, Findings findings) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!node.isPresent()) {
            return texts;
        }
        Map<String, YamlNode> entries = node.entries();
        entries.forEach((language, value) -> {
            PackTexts.check(value.file(), value.line(), value.text(), frame.facts(), findings);
            texts.put(language, value.text().strip());
        });
        needLanguages(node, entries, frame.languages());
        return texts;
    }

    /** A finding for each language that is missing or blank below a place. */
    static void needLanguages(YamlNode node, Map<String, YamlNode> entries, List<String> languages) {
        for (String language : languages) {
            YamlNode value = entries.get(language);
            if (value == null || !value.isPresent()) {
                node.wrong(Phrase.of("The text in language '%s' is missing here", "ここに言語 '%s' の文がありません")
                        .with(language));
            }
        }
    }

    /** The id under {@code id}, in small letters, digits and hyphens. */
    static String id(YamlNode node) {
        YamlNode id = node.need("id");
        String text = id.text();
        if (id.isPresent() && !ID.matcher(text).matches()) {
            id.wrong(Phrase.of(
                            "'%s' is not an id: use small letters, digits and hyphens",
                            "'%s' はIDとして使えません。英小文字・数字・ハイフンで書いてください")
                    .with(text));
        }
        return text;
    }
}
