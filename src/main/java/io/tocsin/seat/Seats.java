package io.tocsin.seat;

import io.tocsin.platform.CenterAccess;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which seats the centers have, who fills them, and who is signed in. */
@ApplicationScoped
public class Seats {
    private final Sql sql;
    private final Clock clock;
    private final Roster roster;
    private final CenterAccess access;

    Seats(Sql sql, Clock clock, Roster roster, CenterAccess access) {
        this.sql = sql;
        this.clock = clock;
        this.roster = roster;
        this.access = access;
    }

    /**
     * A seat as people see it.
     *
     * @param person name of who fills it; empty for nobody
     * @param signedInAt since when the agent is at work; null if not
     */
    public record Seat(
            String seatNo,
            List<String> languages,
            List<String> skills,
            boolean personalData,
            String site,
            int wave,
            Optional<UUID> personId,
            Optional<String> person,
            Optional<String> email,
            Optional<Phrase> whyEmpty,
            Instant signedInAt) {}

    /** Allocates people to the seats wanted; changes nothing. */
    public List<FilledSeat> allocate(UUID centerId, String packId, List<SeatNeeded> needs) {
        Map<String, UUID> present = sql
                .list(
                        "select seat_no, person_id from seat where center_id = ? and person_id is not null",
                        row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
                        centerId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<UUID> elsewhere = new HashSet<>(sql.list(
                "select distinct person_id from seat where center_id <> ? and person_id is not null",
                row -> row.getObject(1, UUID.class),
                centerId));
        return new SeatAllocation(packId, roster.people(), elsewhere).fill(needs, present);
    }

    /** Makes these the center's seats, in the surrounding transaction; who has none any more loses access at once. */
    public void seat(UUID centerId, List<FilledSeat> seats) {
        Map<String, String> before = emails(centerId);
        sql.update(
                "delete from seat where center_id = ? and not (seat_no = any (?))",
                centerId,
                seats.stream().map(s -> s.need().seatNo()).toArray(String[]::new));
        sql.batch(
                """
                insert into seat as s (center_id, seat_no, languages, skills, personal_data, site, wave, person_id,
                    why_empty_en, why_empty_ja)
                values (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)
                on conflict (center_id, seat_no) do update set languages = excluded.languages, skills = excluded.skills,
                    personal_data = excluded.personal_data, site = excluded.site, wave = excluded.wave,
                    signed_in_at = case when s.person_id = excluded.person_id then s.signed_in_at end,
                    person_id = excluded.person_id, why_empty_en = excluded.why_empty_en,
                    why_empty_ja = excluded.why_empty_ja
                """,
                seats.stream()
                        .map(s -> new Object[] {
                            centerId,
                            s.need().seatNo(),
                            s.need().languages().toArray(String[]::new),
                            s.need().skills().toArray(String[]::new),
                            s.need().personalData(),
                            s.need().site(),
                            s.need().wave(),
                            s.person().map(Person::id).orElse(null),
                            s.whyEmpty().map(Phrase::en).orElse(null),
                            s.whyEmpty().map(Phrase::ja).orElse(null)
                        })
                        .toList());
        Set<String> now = seats.stream()
                .flatMap(s -> s.person().stream())
                .map(Person::email)
                .collect(Collectors.toSet());
        before.values().stream().filter(e -> !now.contains(e)).forEach(e -> access.unseat(centerId, e));
        now.forEach(email -> access.seat(centerId, email, clock.instant()));
    }

    private Map<String, String> emails(UUID centerId) {
        return sql
                .list(
                        "select s.seat_no, p.email from seat s join roster_person p on p.id = s.person_id"
                                + " where s.center_id = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        centerId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<Seat> of(UUID centerId) {
        return sql.list(
                "select s.*, p.name, p.email from seat s left join roster_person p on p.id = s.person_id"
                        + " where s.center_id = ? order by s.seat_no",
                Seats::read,
                centerId);
    }

    /** A seat at which somebody is at work, as calls are routed to it. */
    public record AtWork(List<String> languages, List<String> skills, boolean personalData) {}

    public List<AtWork> signedIn(UUID centerId) {
        return sql.list(
                "select p.languages, p.skills, s.personal_data from seat s join roster_person p on p.id = s.person_id"
                        + " where s.center_id = ? and s.signed_in_at is not null",
                row -> new AtWork(Sql.strings(row, "languages"), Sql.strings(row, "skills"), row.getBoolean(3)),
                centerId);
    }

    public boolean isAnybodySignedIn(UUID centerId) {
        return sql.first(
                        "select 1 from seat where center_id = ? and signed_in_at is not null limit 1",
                        row -> true,
                        centerId)
                .isPresent();
    }

    /** The person's own seat in a center. */
    public Seat ownSeat(UUID centerId, String email) {
        return of(centerId).stream()
                .filter(s -> s.email().filter(email::equals).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound(Phrase.of("You have no seat in this center.", "このセンターにあなたの席はありません。")));
    }

    void markSignedIn(UUID centerId, String seatNo, Instant at) {
        sql.update("update seat set signed_in_at = ? where center_id = ? and seat_no = ?", at, centerId, seatNo);
    }

    void markSignedOut(UUID centerId, String seatNo) {
        sql.update("update seat set signed_in_at = null where center_id = ? and seat_no = ?", centerId, seatNo);
    }

    private static Seat read(ResultSet row) throws SQLException {
        String why = row.getString("why_empty_en");
        return new Seat(
                row.getString("seat_no"),
                Sql.strings(row, "languages"),
                Sql.strings(row, "skills"),
                row.getBoolean("personal_data"),
                row.getString("site"),
                row.getInt("wave"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("email")),
                why == null ? Optional.empty() : Optional.of(Phrase.of(why, row.getString("why_empty_ja"))),
                Sql.instant(row, "signed_in_at"));
    }
}
