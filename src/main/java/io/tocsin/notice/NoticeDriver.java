package io.tocsin.notice;

import io.quarkus.qute.TemplateException;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import io.tocsin.riskpack.PackTexts;
import io.tocsin.riskpack.PhoneWords;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.riskpack.StandardFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Publishes notices; the vendor is Tocsin itself. */
@ApplicationScoped
public class NoticeDriver implements ResourceDriver {
    public static final String KIND = "notice";

    private final RiskPacks packs;
    private final PublishedNotices notices;
    private final NoticeUrls urls;
    private final Clock clock;

    NoticeDriver(RiskPacks packs, PublishedNotices notices, NoticeUrls urls, Clock clock) {
        this.packs = packs;
        this.notices = notices;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String vendor() {
        return "tocsin";
    }

    @Override
    public List<Made> find(Work work) {
        return notices.live(work.key().centerId(), work.key().name()).map(this::made).stream()
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
            notices.withdraw(work.key().centerId(), work.key().name(), clock.instant());
        } catch (SQLException e) {
            throw new VendorFailure.Passing(
                    Phrase.of("The database did not answer while a notice was withdrawn", "告知の取り下げ中にデータベースが応答しませんでした"),
                    e);
        }
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return notices.live(centerId).stream()
                .map(n -> new Listed(new ResourceKey(centerId, n.resourceName()).label(), n.id().toString()))
                .toList();
    }

    /** The same words twice are one publication. */
    private Made publish(Work work) {
        PublishedNotice wanted = render(work);
        Optional<PublishedNotice> present =
                notices.live(work.key().centerId(), work.key().name());
        if (present.isPresent()
                && present.get().notice().sha256().equals(wanted.notice().sha256())
                && present.get().factsVersion() == wanted.factsVersion()) {
            return made(present.get());
        }
        try {
            notices.publish(wanted);
        } catch (SQLException e) {
            throw new VendorFailure.Unknown(
                    Phrase.of("The database did not answer while a notice was published", "告知の公開中にデータベースが応答しませんでした"),
                    e);
        }
        return made(wanted);
    }

    private PublishedNotice render(Work work) {
        NoticeSpec spec = work.spec(NoticeSpec.class);
        RiskPack pack = packs.pinned(spec.packId(), spec.packVersion());
        Map<String, Object> words = words(work, spec);
        Channel channel = Channel.of(spec.channel()).orElseThrow();
        NoticeTemplate template = pack.part(NoticeTemplates.class)
                .find(spec.name(), channel, spec.language())
                .orElseThrow(
                        () -> needsPerson(Phrase.of("The pack has no notice %s on %s in %s", "パックに告知 %s (%s、%s) がありません")
                                .with(spec.name(), spec.channel(), spec.language())));
        try {
            return new PublishedNotice(
                    Ids.next(clock.instant()),
                    work.key().centerId(),
                    work.key().name(),
                    work.mode(),
                    NoticeRenderer.render(template, words),
                    spec.factsVersion(),
                    String.valueOf(words.getOrDefault(StandardFacts.ORGANIZATION, "")),
                    String.valueOf(words.getOrDefault(StandardFacts.CENTER_NUMBER, "")),
                    PackTexts.render(pack.closing().web().getOrDefault(spec.language(), ""), words),
                    clock.instant(),
                    Optional.empty());
        } catch (TemplateException e) {
            throw needsPerson(Phrase.of("The notice cannot be filled in: %s", "告知文に事実を埋め込めません: %s")
                    .with(e.getMessage()));
        }
    }

    private static Map<String, Object> words(Work work, NoticeSpec spec) {
        Map<String, Object> words = new HashMap<>(spec.words());
        if (spec.numberFrom() != null) {
            String number = work.dependency(spec.numberFrom())
                    .outputs()
                    .path("phoneNumber")
                    .asText();
            String country = spec.country() == null ? "" : spec.country();
            words.put(StandardFacts.CENTER_NUMBER, PhoneWords.written(number, country));
        }
        return words;
    }

    private Made made(PublishedNotice n) {
        return new Made(
                n.id().toString(),
                Json.object(Map.of(
                        "url", urls.of(n.centerId(), n.notice().language()),
                        "sha256", n.notice().sha256())));
    }

    private static VendorFailure needsPerson(Phrase reason) {
        return new VendorFailure.NeedsPerson(
                reason,
                Phrase.of(
                        "Complete the fact sheet or correct the pack, then revise the facts",
                        "事実シートを補うかパックを修正し、事実を改訂してください"));
    }
}
