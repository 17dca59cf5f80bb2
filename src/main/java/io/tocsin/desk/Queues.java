package io.tocsin.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.ivr.IvrScript;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import io.tocsin.riskpack.RiskPacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A center's queues: which there are, who waits in them, and which seats answer them. */
@ApplicationScoped
class Queues {
    private final Centers centers;
    private final RiskPacks packs;
    private final Sql sql;
    private final Clock clock;

    Queues(Centers centers, RiskPacks packs, Sql sql, Clock clock) {
        this.centers = centers;
        this.packs = packs;
        this.sql = sql;
        this.clock = clock;
    }

    private record Waiting(int callers, Instant since) {}

    List<QueueNeed> of(UUID centerId) {
        // Asked outside of requests as well, by the live parts of pages.
        IncidentCenter center = QuarkusTransaction.joiningExisting().call(() -> centers.get(centerId));
        return packs.pinned(center.packId(), center.packVersion())
                .part(IvrScript.class)
                .queues(center.languages());
    }

    List<QueueView> now(UUID centerId, List<DeskSeat> seats) {
        Instant now = clock.instant();
        Map<String, Waiting> waiting = new HashMap<>();
        sql.list(
                "select queue, count(*), min(queued_at) since from desk_task where center_id = ? and answered_at is null"
                        + " and ended_at is null group by queue",
                row -> waiting.put(row.getString(1), new Waiting(row.getInt(2), Sql.instant(row, "since"))),
                centerId);
        List<DeskSeat> ready = seats.stream()
                .filter(s -> s.moment().state() == SeatState.READY)
                .toList();
        return of(centerId).stream()
                .map(need -> {
                    Waiting own = waiting.getOrDefault(need.name(), new Waiting(0, now));
                    return new QueueView(
                            need.name(),
                            need.reason(),
                            need.language(),
                            need.personalData(),
                            own.callers(),
                            Math.max(0, Duration.between(own.since(), now).toSeconds()),
                            (int) ready.stream()
                                    .filter(seat -> answers(seat, need))
                                    .count());
                })
                .toList();
    }

    List<QueueNeed> answeredBy(DeskSeat seat) {
        return of(seat.centerId()).stream().filter(need -> answers(seat, need)).toList();
    }

    private static boolean answers(DeskSeat seat, QueueNeed need) {
        boolean moved = !seat.queues().isEmpty();
        return moved
                ? seat.queues().contains(need.name()) && (seat.personalData() || !need.personalData())
                : need.answeredBy(seat.languages(), seat.skills(), seat.personalData());
    }

    /**
     * The skills by which a seat answers these queues.
     *
     * @throws io.tocsin.platform.ProblemException with everything that stands against it
     */
    List<String> skillsFor(DeskSeat seat, List<String> names) {
        List<QueueNeed> all = of(seat.centerId());
        List<Violation> wrong = new ArrayList<>();
        List<String> skills = new ArrayList<>();
        for (String name : names) {
            all.stream()
                    .filter(q -> q.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            need -> {
                                check(seat, need, wrong);
                                if (need.skill() != null && !skills.contains(need.skill())) {
                                    skills.add(need.skill());
                                }
                            },
                            () -> wrong.add(new Violation(
                                    "queues",
                                    Phrase.of("There is no queue %s.", "キュー %s はありません。")
                                            .with(name))));
        }
        if (names.isEmpty()) {
            wrong.add(Violation.of("queues", "Name at least one queue.", "キューを1つ以上指定してください。"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(
                    "queues-invalid",
                    Phrase.of("The seat cannot answer these queues.", "この席ではこれらのキューに応答できません。"),
                    wrong);
        }
        return skills;
    }

    private static void check(DeskSeat seat, QueueNeed need, List<Violation> wrong) {
        if (!seat.languages().contains(need.language())) {
            wrong.add(new Violation(
                    "queues",
                    Phrase.of("%s does not speak the language of %s.", "%s さんは %s の言語に対応していません。")
                            .with(seat.name(), need.name())));
        }
        if (need.personalData() && !seat.personalData()) {
            wrong.add(new Violation(
                    "queues",
                    Phrase.of(
                                    "Seat %s is not cleared for personal data, which %s speaks of.",
                                    "席 %s は個人情報の取扱いが許可されておらず、%s に応答できません。")
                            .with(seat.seatNo(), need.name())));
        }
    }
}
