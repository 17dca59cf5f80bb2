package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How much comes back, and by which way. */
@ApplicationScoped
class Effectiveness {
    private final Sql sql;

    Effectiveness(Sql sql) {
        this.sql = sql;
    }

    /**
     * One line of a report.
     *
     * @param of channel, number of the wave, or day (UTC)
     * @param cases those that the rates are shares of
     * @param responseRate share of owners' items of which anything was heard, 0 to 1
     * @param correctionRate share of items that endanger nobody any more, 0 to 1
     */
    public record Line(
            String of, long cases, long responded, long corrected, double responseRate, double correctionRate) {
        /** The channel's name, where the line is of one. */
        public Phrase channel() {
            return Arrays.stream(Via.values())
                    .filter(via -> via.name().equals(of))
                    .findFirst()
                    .map(Via::words)
                    .orElseGet(() -> Phrase.same(of));
        }

        public long responsePercent() {
            return Math.round(responseRate * 100);
        }

        public long correctionPercent() {
            return Math.round(correctionRate * 100);
        }

        static Line of(String name, long cases, long responded, long corrected) {
            double all = Math.max(1, cases);
            return new Line(name, cases, responded, corrected, responded / all, corrected / all);
        }
    }

    /**
     * A report at one moment.
     *
     * @param byChannel by the way on which owners were heard of first, as shares of all cases
     * @param byWave by when people were added, as shares of the wave's cases
     * @param byDay what happened on each day, as shares of all cases
     */
    public record Report(
            Instant at,
            Line all,
            List<Line> byChannel,
            List<Line> byWave,
            List<Line> byDay,
            List<EffectivenessChecks.Outcome> checks) {}

    Report report(Campaign campaign, Instant at, List<EffectivenessChecks.Outcome> checks) {
        Line all = sql.first(
                        "select 'all', count(*), count(responded_at), count(corrected_at) from collection_case where"
                                + " campaign_id = ?",
                        Effectiveness::line,
                        campaign.id())
                .orElseThrow();
        return new Report(
                at,
                all,
                sql.list(
                        "select response_channel, ?, count(responded_at), count(corrected_at) from collection_case"
                                + " where campaign_id = ? and response_channel is not null group by 1 order by 1",
                        Effectiveness::line,
                        all.cases(),
                        campaign.id()),
                sql.list(
                        "select wave::text, count(*), count(responded_at), count(corrected_at) from collection_case"
                                + " where campaign_id = ? group by wave order by wave",
                        Effectiveness::line,
                        campaign.id()),
                sql.list("""
                    select day::text, ?, sum(responded), sum(corrected) from (
                        select (responded_at at time zone 'UTC')::date as day, 1 responded, 0 corrected
                            from collection_case where campaign_id = ? and responded_at is not null
                        union all select (corrected_at at time zone 'UTC')::date, 0, 1
                            from collection_case where campaign_id = ? and corrected_at is not null) d
                    group by day order by day\
                    """, Effectiveness::line, all.cases(), campaign.id(), campaign.id()),
                checks);
    }

    private static Line line(ResultSet row) throws SQLException {
        return Line.of(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
