package io.tocsin.campaign;

import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import io.tocsin.regime.CallingRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is to be called next: claims telephones so that nobody else calls them, and records each call before it is made. */
@ApplicationScoped
class CallList {
    private static final String OPEN_ZONES = "(t.zone, t.country) in (select * from unnest(?::text[], ?::text[]))";

    private final Sql sql;
    private final Clock clock;
    private final Campaigns campaigns;
    private final CallingRules rules;
    private final LiveScripts voices;
    private final DialRates rates;
    private final SeatLoad seats;
    private final CampaignEvents events;
    private final Map<String, List<Place>> places = new ConcurrentHashMap<>();

    CallList(
            Sql sql,
            Clock clock,
            Campaigns campaigns,
            CallingRules rules,
            LiveScripts voices,
            DialRates rates,
            SeatLoad seats,
            CampaignEvents events) {
        this.sql = sql;
        this.clock = clock;
        this.campaigns = campaigns;
        this.rules = rules;
        this.voices = voices;
        this.rates = rates;
        this.seats = seats;
        this.events = events;
    }

    private record Place(String zone, String country) {}

    /** Claims as many calls of a campaign as may be begun now. Empty where another replica is at it. */
    @Transactional
    public List<CallAttempt> claim(UUID campaignId) {
        Optional<Campaign> campaign =
                campaigns.lockRunning(campaignId).filter(c -> c.settings().dialing() == CampaignSettings.Dialing.AUTO);
        Optional<CenterVoice> voice =
                campaign.flatMap(c -> voices.voice(c.centerId())).filter(CenterVoice::open);
        if (voice.isEmpty()) {
            return List.of();
        }
        Mode mode = voice.get().mode();
        DialRate rate = rates.lock(mode);
        int calls = DialPace.callsNow(seats.situation(campaign.get(), rate.allows(clock.instant())));
        if (calls == 0) {
            return List.of();
        }
        List<CallAttempt> claimed = claim(
                campaign.get(), voice.get(), calls, CallAttempt.Kind.AUTO, "tocsin", null, allPlaces(campaign.get()));
        rates.spend(mode, rate, claimed.size());
        return claimed;
    }

    /**
     * The next case for an agent to look at.
     *
     * @param ring the agent's telephone
     */
    @Transactional
    public Optional<CallAttempt> preview(Campaign campaign, CenterVoice voice, String agent, String ring) {
        return claim(campaign, voice, 1, CallAttempt.Kind.PREVIEW, agent, ring, allPlaces(campaign)).stream()
                .findFirst();
    }

    private List<CallAttempt> claim(
            Campaign campaign,
            CenterVoice voice,
            int calls,
            CallAttempt.Kind kind,
            String by,
            String ring,
            List<Place> places) {
        Instant now = clock.instant();
        List<Place> open = places.stream()
                .filter(p -> mayBeCalled(campaign.settings(), p.zone(), p.country(), now))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        record Target(UUID id, UUID recipientId, byte[] phoneHash, String language) {
            static Target read(ResultSet row) throws SQLException {
                return new Target(
                        row.getObject("id", UUID.class),
                        row.getObject("recipient_id", UUID.class),
                        row.getBytes("phone_hash"),
                        row.getString("language"));
            }
        }
        List<Target> targets = sql.list(
                """
                with due as (
                    select t.id from call_target t where t.campaign_id = ? and t.state = 'DUE' and t.next_at <= ? and\s""" + OPEN_ZONES + """
\n and exists (select 1 from collection_case c where c.campaign_id = t.campaign_id
                            and c.phone_hash = t.phone_hash and c.state = 'NOTIFIED')
                        and exists (select 1 from recipient r where r.id = t.recipient_id and r.suppressed_at is null)
                        and not exists (select 1 from call_attempt a where a.phone_hash = t.phone_hash and a.state <> 'ENDED')
                    order by t.next_at, t.id limit ? for update of t skip locked)
                update call_target t set state = 'CALLING' from due where t.id = due.id
                returning t.id, t.recipient_id, t.phone_hash, t.language""",
                Target::read,
                campaign.id(),
                now,
                open.stream().map(Place::zone).toArray(String[]::new),
                open.stream().map(Place::country).toArray(String[]::new),
                calls);
        List<CallAttempt> claimed = new ArrayList<>();
        for (Target target : targets) {
            UUID id = Ids.next(now);
            int recorded = sql.update(
                    """
                    insert into call_attempt (id, campaign_id, center_id, target_id, recipient_id, phone_hash, kind, state,
                        mode, language, by_whom, ring, recorded_at)
                    values (?, ?, ?, ?, ?, ?, ?, 'RECORDED', ?, ?, ?, ?, ?)
                    on conflict (phone_hash) where state <> 'ENDED' do nothing""",
                    id,
                    campaign.id(),
                    campaign.centerId(),
                    target.id(),
                    target.recipientId(),
                    target.phoneHash(),
                    kind,
                    voice.mode(),
                    voice.language(target.language()),
                    by,
                    ring,
                    now);
            if (recorded == 0) {
                // Another campaign is calling this telephone at this moment.
                sql.update(
                        "update call_target set state = 'DUE', next_at = ? where id = ?",
                        now.plusSeconds(300),
                        target.id());
            } else {
                claimed.add(sql.first("select * from call_attempt where id = ?", CallAttempt::read, id)
                        .orElseThrow());
            }
        }
        if (!claimed.isEmpty()) {
            events.callsDue(claimed);
        }
        return claimed;
    }

    boolean mayBeCalled(CampaignSettings settings, String zone, String country, Instant at) {
        return settings.narrowed(rules.hours(ZoneId.of(zone), country)).allow(at);
    }

    /** Where the people of a campaign live; changes only with a new wave. */
    private List<Place> allPlaces(Campaign campaign) {
        return places.computeIfAbsent(
                campaign.id() + "/" + campaign.waves(),
                key -> sql.list(
                        "select distinct zone, country from call_target where campaign_id = ?",
                        row -> new Place(row.getString(1), row.getString(2)),
                        campaign.id()));
    }
}
