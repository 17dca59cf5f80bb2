package io.tocsin.ivr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateException;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.riskpack.StandardFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Publishes a center's telephone script. Deleting it leaves the closing message: the number stays in quarantine and is
 * still answered, so a closed script is not a leftover.
 */
@ApplicationScoped
class IvrScriptDriver implements ResourceDriver {
    private final RiskPacks packs;
    private final LiveScripts scripts;
    private final LiveScriptTable table;

    IvrScriptDriver(RiskPacks packs, LiveScripts scripts, LiveScriptTable table) {
        this.packs = packs;
        this.scripts = scripts;
        this.table = table;
    }

    @Override
    public String kind() {
        return IvrScriptSpec.KIND;
    }

    @Override
    public String vendor() {
        return "tocsin";
    }

    @Override
    public List<Made> find(Work work) {
        UUID centerId = work.key().centerId();
        return table
                .live(centerId)
                .filter(live -> live.stage() != Stage.CLOSED
                        && live.label().equals(work.key().label()))
                .map(live -> made(centerId, live.version()))
                .stream()
                .toList();
    }

    @Override
    public Made create(Work work) {
        return publish(work);
    }

    @Override
    public Made update(Work work) {
        return publish(work);
    }

    @Override
    public void delete(Work work) {
        try {
            table.live(work.key().centerId())
                    .filter(live -> live.stage() != Stage.CLOSED)
                    .ifPresent(live -> scripts.stage(live.centerId(), Stage.CLOSED));
        } catch (Sql.DatabaseException e) {
            throw away(e);
        }
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return table
                .live(centerId)
                .filter(live -> live.stage() != Stage.CLOSED)
                .map(live -> new Listed(live.label(), live.version()))
                .stream()
                .toList();
    }

    private Made publish(Work work) {
        try {
            UUID centerId = work.key().centerId();
            return made(centerId, scripts.publish(publication(work), work.key().label()));
        } catch (TemplateException e) {
            throw new VendorFailure.NeedsPerson(
                    Phrase.of("The telephone script cannot be spoken: %s", "電話スクリプトを音声にできません: %s")
                            .with(e.getMessage()),
                    Phrase.of(
                            "Complete the fact sheet or correct the pack's script.yaml",
                            "ファクトシートを補うか、パックの script.yaml を直してください"));
        } catch (ProblemException e) {
            throw new VendorFailure.NeedsPerson(
                    e.problem().detail(),
                    Phrase.of("Put the pack's version back into use or pin another one", "パックの該当版を戻すか、別の版を指定してください"));
        } catch (Sql.DatabaseException e) {
            throw away(e);
        }
    }

    private static VendorFailure away(Sql.DatabaseException cause) {
        return new VendorFailure.Passing(
                Phrase.of("The database did not take the telephone script", "電話スクリプトをデータベースに保存できませんでした"), cause);
    }

    private Publication publication(Work work) {
        IvrScriptSpec spec = work.spec(IvrScriptSpec.class);
        RiskPack pack = packs.pinned(spec.packId(), spec.packVersion());
        return new Publication(
                work.key().centerId(),
                spec.mode(),
                spec.packId() + "@" + spec.packVersion() + " facts " + spec.factsVersion(),
                spec.languages(),
                pack.part(IvrScript.class).source(),
                pack.closing().voice(),
                words(spec, work),
                work.dependency(spec.workflowResource()).vendorId(),
                spec.numberResource() == null
                        ? ""
                        : work.dependency(spec.numberResource())
                                .outputs()
                                .path("phoneNumber")
                                .asText(),
                EmergencyNumbers.spoken(spec.jurisdictions()));
    }

    private static Map<String, Map<String, Object>> words(IvrScriptSpec spec, Work work) {
        Map<String, Map<String, Object>> words = new HashMap<>();
        spec.languages().forEach(language -> {
            Map<String, Object> known = new HashMap<>(spec.words().getOrDefault(language, Map.of()));
            String notice = spec.noticeResources().get(language);
            if (notice != null) {
                known.put(
                        StandardFacts.NOTICE_URL,
                        work.dependency(notice).outputs().path("url").asText());
            }
            words.put(language, known);
        });
        return words;
    }

    private static Made made(UUID centerId, String version) {
        ObjectNode outputs = Json.object();
        outputs.put("version", version);
        outputs.put("entryPath", VoicePaths.entry(centerId));
        outputs.put("fallbackPath", VoicePaths.fallback(centerId));
        outputs.put("statusPath", VoicePaths.status(centerId));
        outputs.put("assignmentPath", VoicePaths.assignment(centerId));
        return new Made(version, outputs);
    }
}
