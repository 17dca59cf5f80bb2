package io.tocsin.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notices on the real database and over HTTP. */
@TocsinTest
class PublishingTest {
    private static final String NUMBER = "number/main-1";

    @Inject
    NoticeDriver driver;

    @Inject
    PublishedNotices published;

    @Inject
    RiskPacks packs;

    private final UUID center = Ids.next(Instant.now());
    private final ResourceKey key = new ResourceKey(center, "notice/notice.web.ja");

    @Test
    void aPublishedNoticeIsServedWithTheOrganizationsNameAndNumber() {
        Made made = driver.create(work(1, Map.of(), Mode.LIVE));

        String page = page(200);

        assertThat(made.outputs().get("url").asText()).endsWith("/notices/" + center + "/ja");
        assertThat(page)
                .contains("<html lang=\"ja\">", "株式会社試験", "0120-555-014", "Galaxy Note7")
                .doesNotContain("訓練");
    }

    @Test
    void theSameWordsTwiceAreOnePublication() {
        Made first = driver.create(work(1, Map.of(), Mode.LIVE));
        Made second = driver.create(work(1, Map.of(), Mode.LIVE));

        assertThat(second.vendorId()).isEqualTo(first.vendorId());
        assertThat(published.all(center)).hasSize(1);
        assertThat(driver.find(work(1, Map.of(), Mode.LIVE))).containsExactly(first);
    }

    @Test
    void revisedFactsReplaceTheNoticeAndKeepWhatWasSaidBefore() {
        driver.create(work(1, Map.of(), Mode.LIVE));
        driver.update(work(2, Map.of("unitsCount", "2,500,000"), Mode.LIVE));

        assertThat(page(200)).contains("2,500,000").doesNotContain("1,900,000");
        assertThat(published.all(center))
                .extracting(p -> p.withdrawnAt().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void aWithdrawnNoticeGivesWayToTheClosingText() {
        driver.create(work(1, Map.of(), Mode.LIVE));
        driver.delete(work(1, Map.of(), Mode.LIVE));
        driver.delete(work(1, Map.of(), Mode.LIVE));

        assertThat(page(200)).contains("受付を終了いたしました").doesNotContain("0120-555-014");
        assertThat(driver.find(work(1, Map.of(), Mode.LIVE))).isEmpty();
        assertThat(driver.census(center, Mode.LIVE)).isEmpty();
    }

    @Test
    void theCensusNamesWhatIsPublic() {
        Made made = driver.create(work(1, Map.of(), Mode.LIVE));

        assertThat(driver.census(center, Mode.LIVE))
                .containsExactly(new ResourceDriver.Listed(key.label(), made.vendorId()));
    }

    @Test
    void aDrillSaysThatItIsOne() {
        driver.create(work(1, Map.of(), Mode.DRILL));

        assertThat(page(200)).contains("これは訓練です");
    }

    @Test
    void factsAreTextInThePageNeverMarkup() {
        driver.create(work(1, Map.of("hazard", "<script>alert(1)</script>"), Mode.LIVE));

        assertThat(page(200)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void anAddressWithoutANoticeSaysSoInBothLanguages() {
        assertThat(page(404)).contains("Not found", "見つかりません");
    }

    @Test
    void aNoticeThatLacksAWordNeedsAPerson() {
        Work work = work(1, Map.of(), Mode.LIVE);
        Map<String, Object> spec = Json.convert(work.spec(), Map.class);
        spec.put("words", Map.of());
        Work lacking = new Work(key, Mode.LIVE, Json.tree(spec), work.dependencies(), Optional.empty());

        assertThatThrownBy(() -> driver.create(lacking)).isInstanceOf(VendorFailure.NeedsPerson.class);
    }

    @Test
    void whatWasPublishedCannotBeRewritten() {
        driver.create(work(1, Map.of(), Mode.LIVE));

        assertThatThrownBy(() -> rewrite()).hasStackTraceContaining("published_notice");
    }

    @Inject
    javax.sql.DataSource db;

    private void rewrite() throws java.sql.SQLException {
        try (var connection = db.getConnection();
                var update = connection.prepareStatement("update published_notice set body = '' where center_id = ?")) {
            update.setObject(1, center);
            update.executeUpdate();
        }
    }

    @Test
    void aPackThatWasTakenCanBePinnedForEver() {
        RiskPack pack = packs.current("product-recall").orElseThrow();

        assertThat(packs.pinned(pack.id(), pack.version()).version()).isEqualTo(pack.version());
        assertThat(packs.refused()).isEmpty();
        assertThat(packs.current()).extracting(RiskPack::id).contains("data-breach", "disaster", "product-recall");
    }

    private Work work(int factsVersion, Map<String, Object> changed, Mode mode) {
        Scenario scenario = Scenario.read(Path.of("src/test/resources/scenarios/galaxy-note7"));
        RiskPack pack = packs.current("product-recall").orElseThrow();
        Map<String, Object> words = new HashMap<>(FactSheets.words(pack.facts(), scenario.facts(), "ja"));
        words.put("organization", "株式会社試験");
        words.put("noticeUrl", "https://example.com");
        words.put("noticeDate", "2016年10月13日");
        words.putAll(changed);
        NoticeSpec spec =
                new NoticeSpec(pack.id(), pack.version(), "notice", "web", "ja", factsVersion, words, NUMBER, "JP");
        Made number = new Made("PN1", Json.object(Map.of("phoneNumber", "+81120555014")));
        return new Work(key, mode, Json.tree(spec), Map.of(NUMBER, number), Optional.empty());
    }

    private String page(int status) {
        return given().when()
                .get("/notices/" + center + "/ja")
                .then()
                .statusCode(status)
                .contentType("text/html")
                .extract()
                .asString();
    }
}
