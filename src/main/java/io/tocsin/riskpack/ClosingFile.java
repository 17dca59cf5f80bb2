package io.tocsin.riskpack;

import io.tocsin.platform.Findings;
import io.tocsin.platform.YamlNode;
import java.util.Set;

/** {@code closing.yaml}: what remains to be said when the center is gone. */
final class ClosingFile {
    private static final String FILE = "closing.yaml";

    private ClosingFile() {}

    static ClosingMessages read(PackFiles files, PackFrame frame, Findings findings) {
        YamlNode root = PackYaml.open(FILE, files, findings);
        root.onlyKeys(Set.of("voice", "web"));
        return new ClosingMessages(
                PackYaml.texts(root.need("voice"), frame, findings), PackYaml.texts(root.need("web"), frame, findings));
    }
}
