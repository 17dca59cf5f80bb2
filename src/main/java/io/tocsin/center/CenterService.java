package io.tocsin.center;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.ivr.Stage;
import io.tocsin.platform.CenterAccess;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Versions;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Ledger;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.riskpack.RiskPacks;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What crisis managers do with a center. Each act is one transaction: state, ledger, journal and events together. */
@ApplicationScoped
public class CenterService {
    private final Centers centers;
    private final FactSheetVersions factSheets;
    private final CenterJournal journal;
    private final CenterEvents events;
    private final CenterDuties duties;
    private final PlanMaker plans;
    private final RiskPacks packs;
    private final Ledger ledger;
    private final Seats seats;
    private final CenterAccess access;
    private final CenterKeys keys;
    private final LiveScripts scripts;
    private final LaunchChecks launchChecks;
    private final ReadyWatch readyWatch;
    private final Clock clock;

    CenterService(
            Centers centers,
            FactSheetVersions factSheets,
            CenterJournal journal,
            CenterEvents events,
            CenterDuties duties,
            PlanMaker plans,
            RiskPacks packs,
            Ledger ledger,
            Seats seats,
            CenterAccess access,
            CenterKeys keys,
            LiveScripts scripts,
            LaunchChecks launchChecks,
            ReadyWatch readyWatch,
            Clock clock) {
        this.centers = centers;
        this.factSheets = factSheets;
        this.journal = journal;
        this.events = events;
        this.duties = duties;
        this.plans = plans;
        this.packs = packs;
        this.ledger = ledger;
        this.seats = seats;
        this.access = access;
        this.keys = keys;
        this.scripts = scripts;
        this.launchChecks = launchChecks;
        this.readyWatch = readyWatch;
        this.clock = clock;
    }

    @Transactional
    public IncidentCenter declare(Declaration declared, String actor) {
        Optional<RiskPack> pack = Optional.ofNullable(declared.pack()).flatMap(packs::current);
        List<Violation> violations = DeclarationCheck.check(
                declared, pack, packs.current().stream().map(RiskPack::id).toList(), clock.instant());
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "declaration-invalid",
                    Phrase.of("Correct the fields listed below; nothing was created.", "下記の項目を修正してください。何も作成されていません。"),
                    violations);
        }
        IncidentCenter center = new IncidentCenter(Ids.next(clock.instant()));
        center.organization = declared.organization().strip();
        center.name = declared.name() == null || declared.name().isBlank()
                ? center.organization
                : declared.name().strip();
        center.packId = pack.orElseThrow().id();
        center.packVersion = pack.get().version();
        center.awareAt = declared.awareAt();
        center.jurisdictions = declared.jurisdictions().stream().distinct().toList();
        center.country = declared.country() == null ? declared.jurisdictions().get(0) : declared.country();
        center.languages = DeclarationCheck.languagesOf(declared, pack.get());
        center.mode = declared.mode();
        center.capacity(declared.capacity());
        center.createdBy = actor;
        center.createdAt = clock.instant();
        centers.persist(center);
        centers.flush();
        JsonNode facts = declared.facts() == null ? Json.object() : declared.facts();
        factSheets.add(center.id(), 1, facts, actor, "declared");
        keys.create(center.id());
        access.admit(center.id(), actor, clock.instant());
        duties.open(center, pack.get(), facts);
        journal.add(
                center.id(),
                actor,
                "center.declared",
                Phrase.of("Incident declared", "事案を登録"),
                Map.of("pack", center.packId(), "packVersion", center.packVersion(), "mode", center.mode()));
        events.phase(center, "center.requested");
        return center;
    }

    /** Writes down everything that should exist; the reconciler does the rest. */
    @Transactional
    public IncidentCenter launch(UUID id, String ifMatch, String actor) {
        IncidentCenter center = centers.lock(id);
        Versions.require(ifMatch, center.version());
        launchChecks.require(center);
        center.moveTo(center.capacity().isStandby() ? Phase.STANDBY : Phase.PREPARING);
        center.liveFacts = center.factsVersion();
        apply(center);
        journal.add(
                id,
                actor,
                "center.launched",
                Phrase.of("Launched with capacity '%s'", "規模「%s」で立ち上げ開始")
                        .with(center.capacity().profile()),
                Map.of("capacity", center.capacity()));
        events.phase(center, "center.launched");
        return center;
    }

    /** Surge, shrink, activation of a standby center, and back to standby: only the size changes. */
    @Transactional
    public IncidentCenter resize(UUID id, Capacity wanted, String ifMatch, String actor) {
        IncidentCenter center = centers.lock(id);
        Versions.require(ifMatch, center.version());
        RiskPack pack = plans.pack(center);
        List<Violation> violations = CapacityNeeds.check(wanted, pack);
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "capacity-invalid", Phrase.of("Correct the capacity.", "規模の指定を修正してください。"), violations);
        }
        if (center.phase() != Phase.DECLARED && !center.phase().isRunning()) {
            throw Problem.conflict(
                    "phase",
                    Phrase.of(
                            "The center is being closed; its size cannot change any more.",
                            "センターは終了処理中のため、規模を変更できません。"));
        }
        Capacity before = center.capacity();
        center.capacity(wanted);
        if (center.phase().isRunning()) {
            if (center.phase() != Phase.OPEN) {
                Phase next = wanted.isStandby() ? Phase.STANDBY : Phase.PREPARING;
                if (center.phase() != next) {
                    center.moveTo(next);
                }
            }
            apply(center);
        }
        journal.add(
                id,
                actor,
                "center.resized",
                Phrase.of("Capacity changed from '%s' to '%s'", "規模を「%s」から「%s」に変更")
                        .with(before.profile(), wanted.profile()),
                Map.of("before", before, "after", wanted));
        events.capacityChanged(center);
        readyWatch.look(center);
        return center;
    }

    /** A new version of the facts. What callers and readers meet changes only when it is republished. */
    @Transactional
    public IncidentCenter revise(
            UUID id, JsonNode facts, String note, boolean republish, String ifMatch, String actor) {
        IncidentCenter center = centers.lock(id);
        Versions.require(ifMatch, center.version());
        RiskPack pack = plans.pack(center);
        List<Violation> violations = FactSheets.check(pack.facts(), facts, center.languages());
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "facts-invalid",
                    Phrase.of(
                            "Correct the facts listed below; the fact sheet is unchanged.",
                            "下記の事実を修正してください。事実シートは変更されていません。"),
                    violations);
        }
        if (center.phase() == Phase.TEARING_DOWN || center.phase() == Phase.CLOSED) {
            throw Problem.conflict(
                    "phase",
                    Phrase.of("The center is closed; its facts stay as they were.", "センターは終了しており、事実は変更できません。"));
        }
        center.factsVersion = center.factsVersion() + 1;
        factSheets.add(id, center.factsVersion(), facts, actor, note);
        duties.open(center, pack, facts);
        journal.add(
                id,
                actor,
                "center.facts-revised",
                Phrase.of("Fact sheet revised: version %d", "事実シートを改訂: 版 %d").with(center.factsVersion()),
                Map.of("version", center.factsVersion(), "note", note == null ? "" : note));
        if (republish && center.phase().isRunning()) {
            republish(center);
        }
        centers.flush();
        events.factsRevised(center);
        return center;
    }

    /** Brings notices and script to the newest facts. */
    @Transactional
    public IncidentCenter republish(UUID id, String ifMatch, String actor) {
        IncidentCenter center = centers.lock(id);
        Versions.require(ifMatch, center.version());
        if (!center.phase().isRunning()) {
            throw Problem.conflict("phase", Phrase.of("Nothing is published in this phase.", "この段階では何も公開されていません。"));
        }
        republish(center);
        journal.add(
                id,
                actor,
                "center.republished",
                Phrase.of("Notices and script brought to facts version %d", "告知とスクリプトを事実の版 %d に更新")
                        .with(center.factsVersion()),
                Map.of("version", center.factsVersion()));
        return center;
    }

    private void republish(IncidentCenter center) {
        center.liveFacts = center.factsVersion();
        apply(center);
    }

    private void apply(IncidentCenter center) {
        PlanMaker.Made plan = plans.plan(center, center.capacity(), center.liveFacts);
        seats.seat(center.id(), plan.seats());
        ledger.apply(center.id(), center.mode(), plan.resources());
    }

    /** Opens the lines; the caller has made sure that the gate holds. */
    @Transactional
    IncidentCenter open(UUID id, String ifMatch, String actor, List<String> overridden) {
        IncidentCenter center = centers.lock(id);
        Versions.require(ifMatch, center.version());
        center.moveTo(Phase.OPEN);
        if (center.openedAt == null) {
            center.openedAt = clock.instant();
        }
        scripts.stage(id, Stage.OPEN);
        journal.add(
                id,
                actor,
                "center.opened",
                overridden.isEmpty()
                        ? Phrase.of("Opened; every check of the gate held", "開設（開設条件をすべて満たした）")
                        : Phrase.of("Opened, with checks overridden: %s", "開設（次の条件は承認により省略: %s）")
                                .with(String.join(", ", overridden)),
                Map.of("overridden", overridden));
        events.phase(center, "center.opened");
        return center;
    }

    /** New callers hear the closing words; those inside go on. */
    @Transactional
    public IncidentCenter drain(UUID id, String ifMatch, String actor) {
        IncidentCenter center = centers.lock(id);
        Versions.require(ifMatch, center.version());
        center.moveTo(Phase.DRAINING);
        scripts.stage(id, Stage.DRAINING);
        journal.add(id, actor, "center.draining", Phrase.of("Draining: no new callers", "受付終了処理を開始"), Map.of());
        events.phase(center, "center.draining");
        return center;
    }

    /** For the closure room: a move that it has prepared. */
    @Transactional
    public IncidentCenter move(UUID id, Phase next, String actor, String code, Phrase said, Map<String, ?> details) {
        IncidentCenter center = centers.lock(id);
        center.moveTo(next);
        if (next == Phase.CLOSED) {
            center.closedAt = clock.instant();
        }
        journal.add(id, actor, code, said, details);
        events.phase(center, code);
        return center;
    }
}
