package io.tocsin.center;

import io.tocsin.ivr.IvrScript;
import io.tocsin.ivr.ScriptWalker;
import io.tocsin.notice.LintFinding;
import io.tocsin.notice.NoticeLinter;
import io.tocsin.notice.NoticeUrls;
import io.tocsin.notice.PublishedNotice;
import io.tocsin.notice.PublishedNotices;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.Drivers;
import io.tocsin.provisioning.Ledger;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import io.tocsin.riskpack.FactSheets;
import io.tocsin.riskpack.RiskPack;
import io.tocsin.seat.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks at everything that the open gate asks, decides, and opens. */
@ApplicationScoped
public class Gatekeeper {
    private static final Set<String> CHECKS = Set.of(
            OpenGate.RESOURCES, OpenGate.SCRIPT, OpenGate.NUMBERS, OpenGate.SEATS, OpenGate.FACTS, OpenGate.NOTICES);

    private final Centers centers;
    private final CenterService service;
    private final CenterJournal journal;
    private final CenterDuties duties;
    private final FactSheetVersions factSheets;
    private final PlanMaker plans;
    private final Ledger ledger;
    private final Drivers drivers;
    private final Seats seats;
    private final PublishedNotices notices;
    private final NoticeUrls urls;
    private final ScriptWalker walker;
    private final Sql sql;
    private final Clock clock;

    Gatekeeper(
            Centers centers,
            CenterService service,
            CenterJournal journal,
            CenterDuties duties,
            FactSheetVersions factSheets,
            PlanMaker plans,
            Ledger ledger,
            Drivers drivers,
            Seats seats,
            PublishedNotices notices,
            NoticeUrls urls,
            ScriptWalker walker,
            Sql sql,
            Clock clock) {
        this.centers = centers;
        this.service = service;
        this.journal = journal;
        this.duties = duties;
        this.factSheets = factSheets;
        this.plans = plans;
        this.ledger = ledger;
        this.drivers = drivers;
        this.seats = seats;
        this.notices = notices;
        this.urls = urls;
        this.walker = walker;
        this.sql = sql;
        this.clock = clock;
    }

    /** Walks the script, reads the notices, counts the seats: all checks, whatever fails first. */
    public List<GateCheck> check(UUID id) {
        IncidentCenter center = centers.get(id);
        if (center.liveFacts == null) {
            throw Problem.conflict("not-launched", Phrase.of("Launch the center first.", "先にセンターを立ち上げてください。"));
        }
        RiskPack pack = plans.pack(center);
        FactSheetVersions.FactSheet sheet = factSheets.get(id, center.factsVersion());
        List<Resource> resources = ledger.of(id);
        return OpenGate.check(new GateView(
                resources,
                center.phase() == Phase.OPEN ? walker.walkedLately(id) : walker.walk(id),
                numberTrouble(center, resources),
                FactSheets.missing(pack.facts(), sheet.facts(), center.languages()),
                lint(center, pack, sheet, resources),
                pack.part(IvrScript.class).queues(center.languages()),
                seats.signedIn(id),
                plans.profile(center, center.capacity()).minimumSeats(),
                overrides(id)));
    }

    /** Opens the center if every check holds or is overridden. */
    public IncidentCenter open(UUID id, String ifMatch, String actor) {
        List<GateCheck> checks = check(id);
        List<GateCheck> failed = checks.stream().filter(c -> !c.passes()).toList();
        if (!failed.isEmpty()) {
            throw new Problem(
                            "gate-closed",
                            409,
                            Phrase.of("The center may not open yet", "まだ開設できません"),
                            Phrase.of(
                                    "Meet the checks listed below, or override them with a reason.",
                                    "下記の条件を満たすか、理由を記録して省略してください。"),
                            failed.stream()
                                    .flatMap(c -> c.findings().stream().map(f -> new Violation("gate." + c.name(), f)))
                                    .toList())
                    .asException();
        }
        return service.open(
                id,
                ifMatch,
                actor,
                checks.stream().filter(c -> !c.holds()).map(GateCheck::name).toList());
    }

    @Transactional
    public void override(UUID id, String check, String reason, String actor) {
        List<Violation> violations = new ArrayList<>();
        if (check == null || !CHECKS.contains(check)) {
            violations.add(new Violation(
                    "check",
                    Phrase.of("Name one of the checks: %s.", "条件名を指定してください: %s")
                            .with(CHECKS.stream().sorted().collect(Collectors.joining(", ")))));
        }
        if (reason == null || reason.isBlank()) {
            violations.add(Violation.of("reason", "Say why; it goes on the record.", "理由を入力してください。記録に残ります。"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "override-invalid", Phrase.of("The check was not overridden.", "条件は省略されていません。"), violations);
        }
        centers.lock(id);
        sql.update(
                "insert into gate_override (center_id, check_name, reason, by_whom, at) values (?, ?, ?, ?, ?)"
                        + " on conflict (center_id, check_name) do update set reason = excluded.reason,"
                        + " by_whom = excluded.by_whom, at = excluded.at",
                id,
                check,
                reason,
                actor,
                clock.instant());
        journal.add(
                id,
                actor,
                "gate.overridden",
                Phrase.of("Check '%s' overridden: %s", "条件「%s」を省略: %s").with(check, reason),
                Map.of("check", check, "reason", reason));
    }

    private Map<String, GateCheck.Override> overrides(UUID id) {
        return sql
                .list(
                        "select check_name, reason, by_whom, at from gate_override where center_id = ?",
                        row -> Map.entry(
                                row.getString(1),
                                new GateCheck.Override(row.getString(2), row.getString(3), Sql.instant(row, "at"))),
                        id)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<LintFinding> lint(
            IncidentCenter center, RiskPack pack, FactSheetVersions.FactSheet sheet, List<Resource> resources) {
        return NoticeLinter.lint(
                notices.live(center.id()).stream().map(PublishedNotice::notice).toList(),
                duties.regimes(center, pack, sheet.facts()),
                CenterTexts.lintContext(center, pack, sheet, CenterTexts.numbers(resources), urls));
    }

    /** Whether the number that the notices print is still ours at the carrier and rings at this center. */
    private List<Phrase> numberTrouble(IncidentCenter center, List<Resource> resources) {
        List<Resource> owned = resources.stream()
                .filter(r -> r.kind().equals("phone-number") && r.wanted())
                .toList();
        if (owned.isEmpty()) {
            return List.of(Phrase.of("The center has no number.", "センターに電話番号がありません。"));
        }
        return owned.stream().flatMap(r -> trouble(r).stream()).toList();
    }

    private Optional<Phrase> trouble(Resource number) {
        if (number.vendorId() == null) {
            return Optional.of(notThere(number));
        }
        Work work = new Work(
                number.key(),
                number.mode(),
                number.spec(),
                Map.of(),
                Optional.of(new Made(number.vendorId(), number.outputs())));
        try {
            return drivers.of(number.kind()).find(work).isEmpty() ? Optional.of(notThere(number)) : Optional.empty();
        } catch (VendorFailure unsure) {
            return Optional.of(Phrase.of(
                    number.title().en() + ": " + unsure.reason().en(),
                    number.title().ja() + ": " + unsure.reason().ja()));
        }
    }

    private static Phrase notThere(Resource number) {
        return Phrase.of(
                number.title().en() + " does not exist at the carrier.",
                number.title().ja() + " がキャリア側に存在しません。");
    }
}
