package io.tocsin.platform;

import java.util.ArrayList;
import java.util.List;

/** Collects everything wrong with a folder of files, so that its author sees all of it at once. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    public void add(String file, int line, Phrase message) {
        Finding finding = new Finding(file, line, message);
        if (!all.contains(finding)) {
            all.add(finding);
        }
    }

    public void add(YamlNode at, Phrase message) {
        add(at.file(), at.line(), message);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }
}
