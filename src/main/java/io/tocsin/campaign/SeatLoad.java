package io.tocsin.campaign;

import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Sql;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How busy a center's agents are, and what a campaign has seen of its calls. */
@ApplicationScoped
class SeatLoad {
    /** A call that is longer lost its end somewhere. */
    private static final Duration LONGEST_CALL = Duration.ofHours(2);
    /** Only what happened lately tells about now. */
    private static final Duration LATELY = Duration.ofDays(2);

    private final Sql sql;
    private final Clock clock;
    private final Seats seats;
    private final CampaignScripts scripts;

    SeatLoad(Sql sql, Clock clock, Seats seats, CampaignScripts scripts) {
        this.scripts = scripts;
        this.sql = sql;
        this.clock = clock;
        this.seats = seats;
    }

    DialPace.Situation situation(Campaign campaign, int carrierAllows) {
        Instant now = clock.instant();
        int free = able(campaign.centerId()) - withAgents(campaign.centerId(), now);
        return sql.first(
                        """
                        select count(*) filter (where state <> 'ENDED' and kind = 'AUTO' and result is distinct from 'agent')
                                under_way,
                            count(*) filter (where state = 'ENDED' and outcome not in ('NOT_PLACED', 'WITHDRAWN')) ended,
                            count(*) filter (where state = 'ENDED' and result = 'agent') asked
                        from call_attempt where campaign_id = ? and (recorded_at > ? or state <> 'ENDED')""",
                        row -> new DialPace.Situation(
                                free,
                                row.getInt("under_way"),
                                row.getInt("ended"),
                                row.getInt("asked"),
                                campaign.settings().callsAtOnce(),
                                carrierAllows),
                        campaign.id(),
                        now.minus(LATELY))
                .orElseThrow();
    }

    /** Agents at work who may answer those that we put through: cleared where personal data is spoken of, and skilled. */
    private int able(UUID centerId) {
        QueueNeed need = scripts.agentNeed(centerId);
        return (int) seats.of(centerId).stream()
                .filter(s -> s.signedInAt() != null)
                .filter(s -> s.personalData() || !need.personalData())
                .filter(s -> s.skills().contains(need.skill()))
                .count();
    }

    /** Callers who wait for an agent or speak to one, and those of ours who asked for one. */
    private int withAgents(UUID centerId, Instant now) {
        Timestamp since = Timestamp.from(now.minus(LONGEST_CALL));
        return sql.first("""
                        select (select count(*) from call c where c.center_id = ? and c.started_at > ? and c.ended_at is null
                                and c.outcome is null and (c.reason is not null or c.answered_by is not null)
                                and not exists (select 1 from call_attempt a where a.call_sid = c.sid))
                            + (select count(*) from call_attempt a where a.center_id = ? and a.state <> 'ENDED'
                                and (a.result = 'agent' or a.kind = 'PREVIEW'))""", row -> row.getInt(1), centerId, since, centerId).orElse(0);
    }
}
