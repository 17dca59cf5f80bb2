package io.tocsin.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML file that remembers its line, so that whatever is found wrong later can be said with file and line.
 * Never throws for bad content: what is missing or of the wrong shape goes to the {@link Findings} and reads as empty.
 */
public final class YamlNode {
    private final String file;
    private final int line;
    private final Node node;
    private final Findings findings;

    private YamlNode(String file, int line, Node node, Findings findings) {
        this.file = file;
        this.line = line;
        this.node = node;
        this.findings = findings;
    }

    public static YamlNode parse(String file, String text, Findings findings) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root == null) {
                findings.add(file, 0, Phrase.of("The file is empty", "ファイルが空です"));
            }
            return new YamlNode(file, 1, root, findings);
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            findings.add(
                    file,
                    at,
                    Phrase.of("Not valid YAML: %s", "YAML として読めません: %s").with(String.valueOf(e.getProblem())));
            return new YamlNode(file, at, null, findings);
        } catch (YAMLException e) {
            // Anchors and aliases (&x, *x) end here: a short file could unfold into an endless one.
            findings.add(
                    file,
                    0,
                    Phrase.of("Not valid YAML: %s", "YAML として読めません: %s").with(String.valueOf(e.getMessage())));
            return new YamlNode(file, 0, null, findings);
        }
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public boolean isPresent() {
        return node != null && !(node instanceof ScalarNode s && Tag.NULL.equals(s.getTag()));
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isText() {
        return isPresent() && node instanceof ScalarNode;
    }

    /** The value under a key; absent (see {@link #isPresent()}) where there is none. */
    public YamlNode at(String key) {
        YamlNode found = entries().get(key);
        return found != null ? found : new YamlNode(file, line, null, findings);
    }

    /** The value under a key that must be there; its absence is a finding. */
    public YamlNode need(String key) {
        YamlNode found = at(key);
        if (!found.isPresent()) {
            wrong(Phrase.of("'%s' is missing here", "'%s' がありません").with(key));
        }
        return found;
    }

    /** Keys and values in the order of the file; empty if this is no map. */
    public Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            map.getValue().forEach(tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    String name = key.getValue();
                    int at = tuple.getKeyNode().getStartMark().getLine() + 1;
                    if (entries.put(name, new YamlNode(file, at, tuple.getValueNode(), findings)) != null) {
                        findings.add(
                                file,
                                at,
                                Phrase.of("'%s' stands here twice", "'%s' が重複しています")
                                        .with(name));
                    }
                }
            });
        } else if (isPresent()) {
            wrong(Phrase.of("Expected 'name: value' lines here", "ここには「名前: 値」の行が必要です"));
        }
        return entries;
    }

    public List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            list.getValue()
                    .forEach(item ->
                            items.add(new YamlNode(file, item.getStartMark().getLine() + 1, item, findings)));
        } else if (isPresent()) {
            wrong(Phrase.of("Expected a list here", "ここにはリストが必要です"));
        }
        return items;
    }

    /** The text here; empty string if there is none. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue();
        }
        if (isPresent()) {
            wrong(Phrase.of("Expected a plain value here", "ここには単一の値が必要です"));
        }
        return "";
    }

    public Optional<String> optionalText() {
        return isPresent() ? Optional.of(text()) : Optional.empty();
    }

    public String text(String fallback) {
        return optionalText().orElse(fallback);
    }

    /** A whole number; a finding and 0 where it is none. */
    public int number() {
        try {
            return isPresent() ? Integer.parseInt(text().strip()) : 0;
        } catch (NumberFormatException e) {
            wrong(Phrase.of("'%s' is not a whole number", "'%s' は整数ではありません").with(text()));
            return 0;
        }
    }

    public int number(int fallback) {
        return isPresent() ? number() : fallback;
    }

    public boolean flag(boolean fallback) {
        if (!isPresent()) {
            return fallback;
        }
        return switch (text().strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> {
                wrong(Phrase.of("'%s' is neither true nor false", "'%s' は true でも false でもありません")
                        .with(text()));
                yield fallback;
            }
        };
    }

    /** One of a closed set of lower-case, hyphenated names; a finding and empty otherwise. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        if (!isPresent()) {
            return Optional.empty();
        }
        String wanted = text().strip().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(wanted)) {
                return Optional.of(value);
            }
        }
        String known = java.util.Arrays.stream(type.getEnumConstants())
                .map(v -> v.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        wrong(Phrase.of("'%s' is not known here; use one of: %s", "'%s' は使えません。次のいずれかを指定してください: %s")
                .with(text(), known));
        return Optional.empty();
    }

    /** A text in both languages, written as {@code en:} and {@code ja:} below this place. */
    public Phrase phrase() {
        if (isText()) {
            wrong(Phrase.of("Give this text under 'en:' and 'ja:'", "この文は 'en:' と 'ja:' の両方で書いてください"));
            return Phrase.same(text());
        }
        return Phrase.of(need("en").text(), need("ja").text());
    }

    /** Texts by language code below this place. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        entries().forEach((language, value) -> texts.put(language, value.text()));
        return texts;
    }

    /** Refuses keys that nobody reads: most of them are typing errors. */
    public void onlyKeys(Set<String> known) {
        entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                findings.add(
                        file,
                        value.line,
                        Phrase.of("'%s' is not known here; known are: %s", "'%s' は使えません。使えるのは: %s")
                                .with(key, known.stream().sorted().collect(Collectors.joining(", "))));
            }
        });
    }

    public void wrong(Phrase message) {
        findings.add(file, line, message);
    }
}
