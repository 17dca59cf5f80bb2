package io.tocsin.desk;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The waves of the ramp-up: the first is at work from the beginning, each further one when the gate of the last holds. */
@ApplicationScoped
class Waves {
    private final Sql sql;
    private final DeskSeats seats;
    private final ServiceLevels levels;
    private final DeskConfig config;
    private final AuditLog audit;
    private final Clock clock;

    Waves(Sql sql, DeskSeats seats, ServiceLevels levels, DeskConfig config, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.seats = seats;
        this.levels = levels;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param seats of the wave that somebody fills
     * @param atWork of those
     * @param openedAt null where it has not begun, and for the first
     * @param gate checks that must hold before it begins; empty where it has
     */
    public record WaveView(int wave, int seats, int atWork, boolean open, Instant openedAt, List<WaveCheck> gate) {}

    boolean isOpen(UUID centerId, int wave) {
        return wave <= 1
                || sql.first("select 1 from desk_wave where center_id = ? and wave = ?", row -> true, centerId, wave)
                        .isPresent();
    }

    List<WaveView> of(UUID centerId) {
        return of(centerId, seats.of(centerId));
    }

    List<WaveView> of(UUID centerId, List<DeskSeat> all) {
        Map<Integer, Instant> opened = new java.util.TreeMap<>();
        sql.list(
                "select wave, opened_at from desk_wave where center_id = ?",
                row -> opened.put(row.getInt(1), Sql.instant(row, "opened_at")),
                centerId);
        return all.stream()
                .map(DeskSeat::wave)
                .distinct()
                .sorted()
                .map(wave -> {
                    boolean open = wave <= 1 || opened.containsKey(wave);
                    List<DeskSeat> own =
                            all.stream().filter(s -> s.wave() == wave).toList();
                    return new WaveView(
                            wave,
                            own.size(),
                            (int) own.stream().filter(DeskSeat::isAtWork).count(),
                            open,
                            opened.get(wave),
                            open ? List.of() : WaveGate.check(view(centerId, wave, all, own.size()), config));
                })
                .toList();
    }

    private WaveGate.View view(UUID centerId, int wave, List<DeskSeat> all, int coming) {
        List<DeskSeat> before =
                all.stream().filter(s -> s.wave() < wave && s.isAtWork()).toList();
        int unheard =
                (int) before.stream().filter(s -> s.voicePassedAt() == null).count();
        int supervisors = sql.first(
                        "select count(*) from desk_watch where center_id = ? and seen_at > ?",
                        row -> row.getInt(1),
                        centerId,
                        clock.instant().minus(config.supervisorSeen()))
                .orElse(0);
        return new WaveGate.View(levels.now(centerId), before.size(), unheard, coming, supervisors);
    }

    /** A supervisor looks at the board. */
    void watched(UUID centerId, String supervisor) {
        sql.update(
                "insert into desk_watch (center_id, supervisor, seen_at) values (?, ?, ?)"
                        + " on conflict (center_id, supervisor) do update set seen_at = excluded.seen_at",
                centerId,
                supervisor,
                clock.instant());
    }

    /** @param reason why the wave begins although its gate does not hold; null where it does */
    @Transactional
    public void open(UUID centerId, int wave, String reason, String by) {
        WaveView found = of(centerId).stream()
                .filter(w -> w.wave() == wave)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Phrase.of("Nobody has a seat in wave %d.", "ウェーブ %d の席はありません。")
                        .with(wave)));
        List<WaveCheck> failed = found.gate().stream().filter(c -> !c.holds()).toList();
        boolean overridden = reason != null && !reason.isBlank();
        if (!failed.isEmpty() && !overridden) {
            throw new Problem(
                            "wave-gate",
                            409,
                            Phrase.of("The next wave has to wait", "次のウェーブはまだ開始できません"),
                            Phrase.of(
                                    "See what does not hold yet, or begin the wave with a reason, on the record.",
                                    "満たしていない条件を確認するか、理由を記録して開始してください。"),
                            failed.stream()
                                    .map(c -> new Violation("gate." + c.name(), c.finding()))
                                    .toList())
                    .asException();
        }
        boolean begun = sql.update(
                        "insert into desk_wave (center_id, wave, opened_at, opened_by, reason) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        centerId,
                        wave,
                        clock.instant(),
                        by,
                        overridden ? reason : null)
                == 1;
        if (!begun) {
            return;
        }
        audit.record(
                by,
                "seat.wave-opened",
                "wave " + wave,
                centerId,
                Map.of(
                        "overridden",
                        failed.stream().map(WaveCheck::name).toList(),
                        "reason",
                        overridden ? reason : ""));
    }
}
