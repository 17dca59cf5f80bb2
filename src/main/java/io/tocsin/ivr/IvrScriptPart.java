package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.PackFiles;
import io.tocsin.riskpack.PackFrame;
import io.tocsin.riskpack.PackPart;
import jakarta.enterprise.context.ApplicationScoped;

/** The {@code script.yaml} of a risk pack. */
@ApplicationScoped
public class IvrScriptPart implements PackPart<IvrScript> {
    static final String FILE = "script.yaml";

    @Override
    public Class<IvrScript> type() {
        return IvrScript.class;
    }

    @Override
    public IvrScript parse(PackFiles files, PackFrame frame, Findings findings) {
        if (files.text(FILE).isEmpty()) {
            findings.add(FILE, 0, Phrase.of("The pack has no telephone script", "パックに電話スクリプト（script.yaml）がありません"));
        }
        return files.text(FILE)
                .map(text -> ScriptReader.read(FILE, text, frame, findings))
                .orElse(null);
    }
}
