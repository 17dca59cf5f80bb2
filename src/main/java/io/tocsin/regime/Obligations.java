package io.tocsin.regime;

import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.regime.CenterObligation.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The duties of centers. All writing joins the caller's transaction. */
@ApplicationScoped
public class Obligations {
    private final DataSource db;
    private final Clock clock;

    Obligations(DataSource db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Opens what is not there yet, and corrects the deadline of what is still open: revised facts move the clocks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(UUID centerId, Collection<ObligationClock.Due> dues) {
        try (Connection connection = db.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into obligation (id, center_id, regime, code, title_en, title_ja, jurisdiction, due_at,
                                                needs_en, needs_ja, source, verified, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (center_id, regime, code) do update
                        set due_at = excluded.due_at, title_en = excluded.title_en, title_ja = excluded.title_ja,
                            needs_en = excluded.needs_en, needs_ja = excluded.needs_ja, source = excluded.source,
                            verified = excluded.verified, jurisdiction = excluded.jurisdiction
                        where obligation.state = 'OPEN'""")) {
            Instant now = clock.instant();
            for (ObligationClock.Due due : dues) {
                int i = 1;
                insert.setObject(i++, Ids.next(now));
                insert.setObject(i++, centerId);
                insert.setString(i++, due.regime());
                insert.setString(i++, due.code());
                insert.setString(i++, due.title().en());
                insert.setString(i++, due.title().ja());
                insert.setString(i++, due.jurisdiction());
                insert.setObject(i++, due.dueAt().map(Obligations::utc).orElse(null));
                insert.setString(i++, due.evidence().en());
                insert.setString(i++, due.evidence().ja());
                insert.setString(i++, due.source());
                insert.setBoolean(i++, due.verified());
                insert.setObject(i, utc(now));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open the obligations of center " + centerId, e);
        }
    }

    /** The duties of a center, the most pressing first: those without a number of days, then by deadline. */
    public List<CenterObligation> list(UUID centerId) {
        try (Connection connection = db.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from obligation where center_id = ? order by due_at nulls first, regime, code")) {
            select.setObject(1, centerId);
            return rows(select);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list the obligations of center " + centerId, e);
        }
    }

    public Optional<CenterObligation> find(UUID id) {
        try (Connection connection = db.getConnection();
                PreparedStatement select = connection.prepareStatement("select * from obligation where id = ?")) {
            select.setObject(1, id);
            return rows(select).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read obligation " + id, e);
        }
    }

    /**
     * @param evidence a reference that an auditor can follow: receipt number, document, place
     * @throws io.tocsin.platform.ProblemException evidence-missing, not-found, or obligation-closed
     */
    @Transactional
    public CenterObligation close(UUID id, String evidence, String by) {
        return settle(
                id,
                State.MET,
                evidence,
                by,
                Phrase.of(
                        "Say what proves that it is done: a receipt number, a document",
                        "履行を示す証拠(受付番号、文書など)を入力してください"));
    }

    /** @throws io.tocsin.platform.ProblemException evidence-missing, not-found, or obligation-closed */
    @Transactional
    public CenterObligation waive(UUID id, String reason, String by) {
        return settle(id, State.WAIVED, reason, by, Phrase.of("Say why it is not owed", "義務がないと判断した理由を入力してください"));
    }

    private CenterObligation settle(UUID id, State state, String evidence, String by, Phrase ifBlank) {
        if (evidence == null || evidence.isBlank()) {
            throw Problem.invalid("evidence-missing", ifBlank, List.of(new Violation("evidence", ifBlank)));
        }
        try (Connection connection = db.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update obligation set state = ?, evidence = ?, closed_by = ?, closed_at = ?
                        where id = ? and state = 'OPEN'""")) {
            update.setString(1, state.name());
            update.setString(2, evidence.strip());
            update.setString(3, by);
            update.setObject(4, utc(clock.instant()));
            update.setObject(5, id);
            boolean settled = update.executeUpdate() == 1;
            CenterObligation now = find(id).orElseThrow(
                            () -> Problem.notFound(Phrase.of("There is no such obligation", "その義務は登録されていません")));
            if (!settled) {
                throw Problem.conflict(
                        "obligation-closed",
                        Phrase.of(
                                "This obligation is closed already; what was recorded stays",
                                "この義務は対応済みです。記録は変更できません"));
            }
            return now;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot settle obligation " + id, e);
        }
    }

    private static List<CenterObligation> rows(PreparedStatement select) throws SQLException {
        List<CenterObligation> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new CenterObligation(
                        row.getObject("id", UUID.class),
                        row.getObject("center_id", UUID.class),
                        row.getString("regime"),
                        row.getString("code"),
                        Phrase.of(row.getString("title_en"), row.getString("title_ja")),
                        row.getString("jurisdiction"),
                        instant(row, "due_at"),
                        Phrase.of(row.getString("needs_en"), row.getString("needs_ja")),
                        row.getString("source"),
                        row.getBoolean("verified"),
                        State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("evidence")),
                        Optional.ofNullable(row.getString("closed_by")),
                        instant(row, "closed_at")));
            }
        }
        return found;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
