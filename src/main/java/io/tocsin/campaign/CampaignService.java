package io.tocsin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.audience.Audience;
import io.tocsin.audience.Audiences;
import io.tocsin.audience.Segment;
import io.tocsin.audience.Segments;
import io.tocsin.audience.SqlWhere;
import io.tocsin.center.CenterJournal;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Versions;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What crisis managers do with a campaign. Each act is one transaction. */
@ApplicationScoped
public class CampaignService {
    private final Sql sql;
    private final Clock clock;
    private final Campaigns campaigns;
    private final Centers centers;
    private final CampaignScripts scripts;
    private final Audiences audiences;
    private final Segments segments;
    private final PickupSlots slots;
    private final CampaignEvents events;
    private final CenterJournal journal;

    CampaignService(
            Sql sql,
            Clock clock,
            Campaigns campaigns,
            Centers centers,
            CampaignScripts scripts,
            Audiences audiences,
            Segments segments,
            PickupSlots slots,
            CampaignEvents events,
            CenterJournal journal) {
        this.sql = sql;
        this.clock = clock;
        this.campaigns = campaigns;
        this.centers = centers;
        this.scripts = scripts;
        this.audiences = audiences;
        this.segments = segments;
        this.slots = slots;
        this.events = events;
        this.journal = journal;
    }

    /**
     * What a campaign is made from.
     *
     * @param segment of the audience, as JSON; null for all of it
     * @param settings null for careful defaults
     */
    public record Wanted(String name, UUID audience, JsonNode segment, CampaignSettings settings) {}

    @Transactional
    public Campaign create(UUID centerId, Wanted wanted, String actor) {
        IncidentCenter center = centers.get(centerId);
        scripts.require(center);
        CampaignSettings settings = wanted.settings() == null ? CampaignSettings.defaults() : wanted.settings();
        List<Violation> violations = new ArrayList<>(SettingsCheck.check(settings));
        if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > 200) {
            violations.add(Violation.of("name", "Give it a name of at most 200 characters.", "200文字以内の名前を付けてください。"));
        }
        if (wanted.audience() == null) {
            violations.add(Violation.of("audience", "Say whose goods are to come back.", "対象の宛先リストを指定してください。"));
        }
        refuse(violations);
        Audience audience = audiences.get(centerId, wanted.audience());
        UUID id = Ids.next(clock.instant());
        int made = sql.update(
                """
                insert into campaign (id, center_id, audience_id, name, state, settings, created_by, created_at)
                values (?, ?, ?, ?, 'DRAFT', ?, ?, ?) on conflict (center_id, name) do nothing\
                """, id, centerId, audience.id(), wanted.name().strip(), Sql.json(settings), actor, clock.instant());
        if (made == 0) {
            throw Problem.conflict(
                    "campaign-exists",
                    Phrase.of("The center has a campaign of this name already.", "同じ名前の回収キャンペーンが既にあります。"));
        }
        addPeople(campaigns.get(centerId, id), Segment.of(wanted.segment()));
        journal.add(
                centerId,
                actor,
                "campaign.created",
                Phrase.of("Collection campaign '%s' prepared", "回収キャンペーン「%s」を準備")
                        .with(wanted.name().strip()),
                Map.of("campaign", id));
        return campaigns.get(centerId, id);
    }

    /** More people of the audience, as the next wave; who is in it already stays where they are. */
    @Transactional
    public Campaign addWave(UUID centerId, UUID id, JsonNode segment, String actor) {
        Campaign campaign = campaigns.lock(centerId, id);
        refuseIfOver(campaign);
        int added = addPeople(campaign, Segment.of(segment));
        journal.add(
                centerId,
                actor,
                "campaign.wave-added",
                Phrase.byCount(
                                "%d case added to collection campaign '%s'",
                                "%d cases added to collection campaign '%s'", "%d 件を回収キャンペーン「%s」に追加", added)
                        .with(added, campaign.name()),
                Map.of("campaign", id, "cases", added));
        return campaigns.get(centerId, id);
    }

    private int addPeople(Campaign campaign, Segment segment) {
        int wave = campaign.waves() + 1;
        CampaignSettings settings = campaign.settings();
        SqlWhere where = segments.where(campaign.audienceId(), segment);
        String[] models = settings.models().toArray(String[]::new);
        int added = sql.update(
                """
                insert into collection_case (id, campaign_id, center_id, recipient_id, item_id, phone_hash, area, wave,
                    state, created_at, state_at)
                select gen_random_uuid(), ?, r.center_id, r.id, coalesce(i.id, r.id), r.phone_hash,
                    coalesce(i.attributes ->> ?, r.region, '*'), ?, 'NOTIFIED', ?, ?
                from recipient r left join recipient_item i on i.recipient_id = r.id
                where (cardinality(?::text[]) = 0 or i.model = any (?::text[]))
                and """ + " " + where.condition() + " on conflict (campaign_id, item_id) do nothing",
                where.argumentsBetween(java.util.Arrays.asList(
                        campaign.id(),
                        settings.pickups().areaBy(),
                        wave,
                        clock.instant(),
                        clock.instant(),
                        models,
                        models)));
        sql.update("""
            insert into call_target (id, campaign_id, center_id, recipient_id, phone_hash, language, zone, country,
                state, next_at)
            select distinct on (r.phone_hash) gen_random_uuid(), c.campaign_id, c.center_id, r.id, r.phone_hash,
                r.language, r.zone, r.country, 'DUE', ?
            from collection_case c join recipient r on r.id = c.recipient_id
            where c.campaign_id = ? and c.wave = ? and r.phone_hash is not null order by r.phone_hash, r.id
            on conflict (campaign_id, phone_hash) do nothing\
            """, clock.instant(), campaign.id(), wave);
        sql.update("update campaign set waves = ?, version = version + 1 where id = ?", wave, campaign.id());
        slots.plan(campaign);
        return added;
    }

    @Transactional
    public Campaign revise(UUID centerId, UUID id, CampaignSettings settings, String ifMatch, String actor) {
        Campaign campaign = campaigns.lock(centerId, id);
        Versions.require(ifMatch, campaign.version());
        refuseIfOver(campaign);
        refuse(SettingsCheck.check(settings));
        sql.update("update campaign set settings = ?, version = version + 1 where id = ?", Sql.json(settings), id);
        Campaign revised = campaigns.get(centerId, id);
        slots.plan(revised);
        journal.add(
                centerId,
                actor,
                "campaign.revised",
                Phrase.of("Settings of collection campaign '%s' changed", "回収キャンペーン「%s」の設定を変更")
                        .with(campaign.name()),
                Map.of("campaign", id, "settings", settings));
        return revised;
    }

    /** The one place where campaigns move. */
    @Transactional
    public Campaign move(UUID centerId, UUID id, CampaignState to, String actor) {
        Campaign campaign = campaigns.lock(centerId, id);
        if (to == CampaignState.RUNNING && !hasCases(id)) {
            throw Problem.conflict(
                    "nothing-to-collect",
                    Phrase.of("The campaign has no cases yet. Add people first.", "キャンペーンに案件がありません。先に対象者を追加してください。"));
        }
        if (!campaign.state().mayMoveTo(to)) {
            throw Problem.conflict(
                    "campaign-state",
                    Phrase.of(
                            "The campaign is " + campaign.state().words().en() + " and cannot become "
                                    + to.words().en() + " from there.",
                            "キャンペーンは現在「" + campaign.state().words().ja() + "」のため、「"
                                    + to.words().ja() + "」にできません。"));
        }
        sql.update("""
            update campaign set state = ?, version = version + 1, started_at = case when ? then coalesce(started_at, ?)
                else started_at end, ended_at = case when ? then ? else ended_at end where id = ?\
            """, to, to == CampaignState.RUNNING, clock.instant(), to.isOver(), clock.instant(), id);
        journal.add(
                centerId,
                actor,
                "campaign." + to.name().toLowerCase(java.util.Locale.ROOT),
                Phrase.of(
                        "Collection campaign '" + campaign.name() + "' is "
                                + to.words().en(),
                        "回収キャンペーン「" + campaign.name() + "」: " + to.words().ja()),
                Map.of("campaign", id, "from", campaign.state()));
        events.moved(campaign, to);
        return campaigns.get(centerId, id);
    }

    private boolean hasCases(UUID id) {
        return sql.first("select 1 from collection_case where campaign_id = ? limit 1", row -> true, id)
                .isPresent();
    }

    /** The center closes its lines: nobody is called any more. Campaigns that ran end as completed, drafts as cancelled. */
    @Transactional
    public void stopAll(UUID centerId, String actor) {
        for (Campaign campaign : campaigns.of(centerId)) {
            switch (campaign.state()) {
                case DRAFT -> move(centerId, campaign.id(), CampaignState.CANCELLED, actor);
                case RUNNING, PAUSED -> move(centerId, campaign.id(), CampaignState.COMPLETED, actor);
                case COMPLETED, CANCELLED -> {
                    // nothing to stop
                }
            }
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "campaign-invalid", Phrase.of("Correct the fields listed below.", "下記の項目を修正してください。"), violations);
        }
    }

    private static void refuseIfOver(Campaign campaign) {
        if (campaign.state().isOver()) {
            throw Problem.conflict("campaign-state", Phrase.of("The campaign is over.", "このキャンペーンは終了しています。"));
        }
    }
}
