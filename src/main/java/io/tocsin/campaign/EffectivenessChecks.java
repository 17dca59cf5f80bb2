package io.tocsin.campaign;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Samples of people who are asked whether they have heard of the recall and acted, and what they said. */
@ApplicationScoped
class EffectivenessChecks {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Programs that read JSON numbers as floating point keep this much. */
    private static final long LARGEST_SEED = 1L << 53;

    private final Sql sql;
    private final Clock clock;
    private final AuditLog audit;

    EffectivenessChecks(Sql sql, Clock clock, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /** What a person said. */
    public enum Result {
        HEARD_AND_ACTED,
        HEARD,
        NOT_HEARD,
        NOT_REACHED
    }

    /**
     * One check.
     *
     * @param seed with which anybody draws the same sample from the same people again
     * @param population people of the campaign at that moment
     */
    public record Check(
            UUID id, CheckLevel level, double share, long seed, int population, Instant drawnAt, String drawnBy) {
        static Check read(ResultSet row) throws SQLException {
            return new Check(
                    row.getObject("id", UUID.class),
                    CheckLevel.valueOf(row.getString("level")),
                    row.getDouble("share"),
                    row.getLong("seed"),
                    row.getInt("population"),
                    Sql.instant(row, "drawn_at"),
                    row.getString("drawn_by"));
        }
    }

    /** @param result null while not asked */
    public record Sampled(UUID recipient, Result result, String checkedBy, Instant checkedAt) {}

    /** @param effective share of those asked who have heard and acted; null while nobody was asked */
    public record Outcome(Check check, int sampled, int asked, Map<Result, Integer> results, Double effective) {
        /** Empty while nobody was asked. */
        public String effectivePercent() {
            return effective == null ? "" : String.valueOf(Math.round(effective * 100));
        }
    }

    /** @param seed null for a new one; the same seed over the same people gives the same sample */
    @Transactional
    public Check draw(Campaign campaign, CheckLevel level, Long seed, String actor) {
        double share = level.share(campaign.settings().agreedShare());
        long used = seed == null ? RANDOM.nextLong(LARGEST_SEED) : seed;
        int population = sql.first(
                        "select count(distinct recipient_id) from collection_case where campaign_id = ?",
                        row -> row.getInt(1),
                        campaign.id())
                .orElse(0);
        Check check = new Check(Ids.next(clock.instant()), level, share, used, population, clock.instant(), actor);
        sql.update(
                """
                insert into effectiveness_check (id, campaign_id, center_id, level, share, seed, population, drawn_at, drawn_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                check.id(),
                campaign.id(),
                campaign.centerId(),
                level,
                share,
                used,
                population,
                check.drawnAt(),
                actor);
        sql.update("""
            insert into effectiveness_sample (check_id, recipient_id)
            select ?, recipient_id from (select distinct recipient_id from collection_case where campaign_id = ?) p
            order by sha256(convert_to(?::text || ':' || recipient_id::text, 'UTF8')), recipient_id limit ?\
            """, check.id(), campaign.id(), Long.toString(used), CheckLevel.sampleSize(share, population));
        audit.record(
                actor,
                "campaign.check-drawn",
                "campaign " + campaign.id(),
                campaign.centerId(),
                Map.of("level", level, "seed", used, "population", population));
        return check;
    }

    List<Check> of(UUID campaignId) {
        return sql.list(
                "select * from effectiveness_check where campaign_id = ? order by drawn_at, id",
                Check::read,
                campaignId);
    }

    /** @throws io.tocsin.platform.ProblemException where the campaign has no such check */
    Check get(UUID campaignId, UUID checkId) {
        return of(campaignId).stream()
                .filter(c -> c.id().equals(checkId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("The campaign has no such effectiveness check.", "その効果確認は登録されていません。")));
    }

    List<Sampled> sample(UUID checkId, UUID after, int limit) {
        return sql.list(
                "select * from effectiveness_sample where check_id = ? and recipient_id > ? order by recipient_id"
                        + " limit ?",
                row -> new Sampled(
                        row.getObject("recipient_id", UUID.class),
                        row.getString("result") == null ? null : Result.valueOf(row.getString("result")),
                        row.getString("checked_by"),
                        Sql.instant(row, "checked_at")),
                checkId,
                after == null ? new UUID(0, 0) : after,
                Math.clamp(limit, 1, 500));
    }

    @Transactional
    public void record(UUID checkId, UUID recipientId, Result result, String actor) {
        int changed = sql.update(
                "update effectiveness_sample set result = ?, checked_by = ?, checked_at = ? where check_id = ? and"
                        + " recipient_id = ?",
                result,
                actor,
                clock.instant(),
                checkId,
                recipientId);
        if (changed == 0) {
            throw Problem.notFound(Phrase.of("This person is not in the sample of this check.", "この人は今回の抽出対象ではありません。"));
        }
    }

    Outcome outcome(Check check) {
        Map<Result, Integer> results = new EnumMap<>(Result.class);
        int[] sampled = new int[1];
        sql.list(
                "select result, count(*) from effectiveness_sample where check_id = ? group by result",
                row -> {
                    sampled[0] += row.getInt(2);
                    return row.getString(1) == null
                            ? null
                            : results.put(Result.valueOf(row.getString(1)), row.getInt(2));
                },
                check.id());
        int asked = results.values().stream().mapToInt(Integer::intValue).sum();
        double acted = results.getOrDefault(Result.HEARD_AND_ACTED, 0);
        return new Outcome(check, sampled[0], asked, results, asked == 0 ? null : acted / asked);
    }
}
