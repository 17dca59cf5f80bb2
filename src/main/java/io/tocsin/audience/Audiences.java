package io.tocsin.audience;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All audiences. */
@ApplicationScoped
public class Audiences {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Sql sql;
    private final Clock clock;
    private final CenterKeys keys;
    private final AuditLog audit;

    Audiences(Sql sql, Clock clock, CenterKeys keys, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.keys = keys;
        this.audit = audit;
    }

    /** @param zone IANA name; null for the country's */
    @Transactional
    public Audience create(UUID centerId, String name, String country, String language, String zone, String actor) {
        List<Violation> violations = wrong(name, country, language, zone);
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
        keys.create(centerId);
        Audience audience = new Audience(
                Ids.next(clock.instant()), centerId, name.strip(), country, language, zone, actor, clock.instant(), 0);
        int created = sql.update(
                "insert into audience (id, center_id, name, country, language, zone, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (center_id, name) do nothing",
                audience.id(),
                centerId,
                audience.name(),
                country,
                language,
                zone,
                actor,
                audience.createdAt());
        if (created == 0) {
            throw Problem.conflict(
                    "audience-exists",
                    Phrase.of(
                                    "The center has an audience named %s already. Choose another name.",
                                    "「%s」という宛先リストは既にあります。別の名前にしてください。")
                            .with(audience.name()));
        }
        audit.record(actor, "audience.created", "audience " + audience.id(), centerId, Map.of("country", country));
        return audience;
    }

    static List<Violation> wrong(String name, String country, String language, String zone) {
        List<Violation> violations = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > 200) {
            violations.add(Violation.of("name", "Give it a name of at most 200 characters.", "200文字以内の名前を付けてください。"));
        }
        if (country == null || !COUNTRIES.contains(country)) {
            violations.add(Violation.of(
                    "country",
                    "Give the country that most of these people live in, as ISO 3166 code: JP, US.",
                    "多くの宛先が住む国を ISO 3166 コード（JP、US など）で指定してください。"));
        }
        if (!isLanguage(language)) {
            violations.add(Violation.of(
                    "language",
                    "Give the language for those whose own is not known: ja, en.",
                    "言語が不明な人に使う言語を指定してください（ja、en など）。"));
        }
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            violations.add(Violation.of(
                    "zone",
                    "Give a time zone by its IANA name: Asia/Tokyo; or leave it out.",
                    "タイムゾーンを IANA 名（Asia/Tokyo など）で指定するか、省略してください。"));
        }
        return violations;
    }

    static ProblemException invalid(List<Violation> violations) {
        return Problem.invalid(
                "audience-invalid", Phrase.of("Correct the fields listed below.", "下記の項目を修正してください。"), violations);
    }

    static boolean isLanguage(String language) {
        try {
            return language != null
                    && !language.isBlank()
                    && !new Locale.Builder()
                            .setLanguageTag(language)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    public Audience get(UUID id) {
        return sql.first("select * from audience where id = ?", Audiences::read, id)
                .orElseThrow(() -> unknown(id));
    }

    /** An audience of another center looks like one that does not exist. */
    public Audience get(UUID centerId, UUID id) {
        return sql.first("select * from audience where id = ? and center_id = ?", Audiences::read, id, centerId)
                .orElseThrow(() -> unknown(id));
    }

    public List<Audience> of(UUID centerId) {
        return sql.list("select * from audience where center_id = ? order by id", Audiences::read, centerId);
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(Phrase.of("There is no audience %s in this center.", "このセンターに宛先リスト %s はありません。")
                .with(id));
    }

    private static Audience read(ResultSet row) throws SQLException {
        return new Audience(
                row.getObject("id", UUID.class),
                row.getObject("center_id", UUID.class),
                row.getString("name"),
                row.getString("country"),
                row.getString("language"),
                row.getString("zone"),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                row.getLong("version"));
    }
}
