package io.tocsin.campaign;

import io.tocsin.ivr.IvrScriptPart;
import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import io.tocsin.riskpack.FactNames;
import io.tocsin.riskpack.PackFiles;
import io.tocsin.riskpack.PackFrame;
import io.tocsin.riskpack.PackPart;
import io.tocsin.riskpack.PackTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code campaign.yaml} of a risk pack. A pack without one collects nothing. */
@ApplicationScoped
public class CampaignScriptPart implements PackPart<CampaignScript> {
    static final String FILE = "campaign.yaml";

    private final IvrScriptPart telephone;

    CampaignScriptPart(IvrScriptPart telephone) {
        this.telephone = telephone;
    }

    @Override
    public Class<CampaignScript> type() {
        return CampaignScript.class;
    }

    @Override
    public CampaignScript parse(PackFiles files, PackFrame frame, Findings findings) {
        return files.text(FILE)
                .map(text -> read(YamlNode.parse(FILE, text, findings), files, frame, findings))
                .orElse(null);
    }

    private CampaignScript read(YamlNode root, PackFiles files, PackFrame frame, Findings findings) {
        Set<String> keys = Stream.of(CampaignScript.Place.values())
                .map(CampaignScript.Place::key)
                .collect(Collectors.toCollection(HashSet::new));
        keys.add("agent");
        root.onlyKeys(keys);
        YamlNode agent = root.need("agent");
        checkAgent(agent, files, frame);
        Map<CampaignScript.Place, Map<String, String>> words = new EnumMap<>(CampaignScript.Place.class);
        for (CampaignScript.Place place : CampaignScript.Place.values()) {
            words.put(place, words(root.need(place.key()), frame, findings));
        }
        return new CampaignScript(agent.text(), words);
    }

    private void checkAgent(YamlNode agent, PackFiles files, PackFrame frame) {
        var script = telephone.parse(files, frame, new Findings());
        if (agent.isText() && script != null && !script.queueingNodes().contains(agent.text())) {
            agent.wrong(Phrase.of(
                            "'%s' is no place of script.yaml that queues callers; use one of: %s",
                            "'%s' は script.yaml で呼び出しを待たせる場所ではありません。次のいずれかを指定してください: %s")
                    .with(agent.text(), String.join(", ", script.queueingNodes())));
        }
    }

    private static Map<String, String> words(YamlNode at, PackFrame frame, Findings findings) {
        Set<String> known = new HashSet<>(FactNames.known(frame.facts()));
        known.addAll(CampaignScript.OWN_NAMES);
        Map<String, String> texts = new HashMap<>();
        Map<String, YamlNode> given = at.isPresent() ? at.entries() : Map.of();
        for (String language : frame.languages()) {
            YamlNode text = given.get(language);
            if (text == null || text.text().isBlank()) {
                (text == null ? at : text)
                        .wrong(Phrase.of("The words in '%s' are missing", "'%s' の文がありません")
                                .with(language));
                continue;
            }
            texts.put(language, text.text());
            PackTexts.names(text.file(), text.line(), text.text(), findings).stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> text.wrong(Phrase.of(
                                    "'{%s}' is not a fact of this pack: declare it in facts.yaml or correct the name",
                                    "'{%s}' はこのパックの項目にありません。facts.yaml に追加するか、名前を直してください")
                            .with(name)));
        }
        if (at.isPresent()) {
            at.onlyKeys(Set.copyOf(frame.languages()));
        }
        return texts;
    }
}
