package io.tocsin.inquiry;

import io.tocsin.ivr.IvrScript;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import io.tocsin.riskpack.FaqEntry;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.RiskPacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why people turn to a center: what its telephone script sorts by, and the topics of its FAQ. */
@ApplicationScoped
public class Reasons {
    /** For whatever fits nowhere else. */
    public static final String OTHER = "other";

    private static final Map<String, Phrase> WORDS = Map.ofEntries(
            Map.entry("return", Phrase.of("Return, refund, replacement", "返品・返金・交換")),
            Map.entry("harm", Phrase.of("Injury or damage", "けが・損害")),
            Map.entry("danger", Phrase.of("Danger", "危険")),
            Map.entry("general", Phrase.of("General question", "一般的な質問")),
            Map.entry("own-data", Phrase.of("Their own data", "本人の情報")),
            Map.entry("misuse", Phrase.of("Misuse of data", "悪用・被害")),
            Map.entry("compensation", Phrase.of("Compensation", "補償")),
            Map.entry("damage", Phrase.of("Damage to house or goods", "家屋・家財の被害")),
            Map.entry("contract", Phrase.of("Contracts and traders", "契約・業者")),
            Map.entry("identify", Phrase.of("Is mine affected?", "対象かどうか")),
            Map.entry("affected", Phrase.of("Who and what is affected", "対象と内容")),
            Map.entry("remedy", Phrase.of("Remedy", "対応・補償")),
            Map.entry("trust", Phrase.of("Is this genuine?", "本物かどうか")),
            Map.entry("contact", Phrase.of("Hours and contact", "受付時間・連絡先")),
            Map.entry("incident", Phrase.of("What happened", "経緯")),
            Map.entry("protect", Phrase.of("How to protect oneself", "身を守る方法")),
            Map.entry("redress", Phrase.of("Redress", "お詫び・補償")),
            Map.entry("rights", Phrase.of("Access and deletion", "開示・削除")),
            Map.entry("safety", Phrase.of("Safety", "安全")),
            Map.entry("line", Phrase.of("About this line", "窓口について")),
            Map.entry("support", Phrase.of("Support offered", "支援の内容")),
            Map.entry("contracts", Phrase.of("Contracts and traders", "契約・業者")),
            Map.entry("aid", Phrase.of("Public aid", "公的支援")),
            Map.entry("recovery", Phrase.of("Recovery", "復旧")),
            Map.entry(OTHER, Phrase.of("Something else", "その他")));

    private final Sql sql;
    private final RiskPacks packs;

    Reasons(Sql sql, RiskPacks packs) {
        this.sql = sql;
        this.packs = packs;
    }

    public record Reason(String code, Phrase words) {}

    /** Those of the telephone script first, {@link #OTHER} last. */
    public List<Reason> of(UUID centerId) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        pack(centerId).ifPresent(pack -> {
            pack.part(IvrScript.class)
                    .queues(pack.languages())
                    .forEach(queue -> reasons.putIfAbsent(queue.reason(), reason(queue.reason())));
            pack.faq().stream().map(FaqEntry::topic).forEach(topic -> reasons.putIfAbsent(topic, reason(topic)));
        });
        reasons.put(OTHER, reason(OTHER));
        return List.copyOf(reasons.values());
    }

    public boolean isKnown(UUID centerId, String code) {
        return of(centerId).stream().anyMatch(r -> r.code().equals(code));
    }

    /** What a reason's callers need of a seat; empty for reasons that no telephone queue has. */
    Optional<QueueNeed> need(UUID centerId, String reason) {
        return pack(centerId).stream()
                .flatMap(pack -> pack.part(IvrScript.class).queues(pack.languages()).stream())
                .filter(queue -> queue.reason().equals(reason))
                .findFirst();
    }

    private Optional<RiskPack> pack(UUID centerId) {
        return sql.first(
                "select pack_id, pack_version from incident_center where id = ?",
                row -> packs.pinned(row.getString(1), row.getString(2)),
                centerId);
    }

    private static Reason reason(String code) {
        return new Reason(code, words(code));
    }

    /** Null for no reason. */
    public static Phrase words(String code) {
        return code == null || code.isEmpty() ? null : WORDS.getOrDefault(code, Phrase.same(code));
    }
}
