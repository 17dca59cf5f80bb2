package io.tocsin.seat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people who may fill seats. */
@ApplicationScoped
public class Roster implements PanacheRepositoryBase<RosterPerson, UUID> {
    private final Clock clock;
    private final AuditLog audit;

    Roster(Clock clock, AuditLog audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What became of a roster file.
     *
     * @param refused lines that could not be used, each with all that is wrong with it; the others were taken
     */
    public record Import(int added, int updated, List<RefusedLine> refused) {}

    /** @param line first line of the file is 1 (the column names) */
    public record RefusedLine(long line, List<Violation> violations) {}

    public List<Person> people() {
        return find("active = true order by email").stream()
                .map(RosterPerson::toPerson)
                .toList();
    }

    public Optional<Person> person(UUID id) {
        return findByIdOptional(id).map(RosterPerson::toPerson);
    }

    public Optional<Person> personByEmail(String email) {
        return find("email", email.toLowerCase(Locale.ROOT))
                .firstResultOptional()
                .map(RosterPerson::toPerson);
    }

    /** Adds or updates people from a CSV with a header; a person is known by e-mail address. */
    @Transactional
    public Import importCsv(String csv, String actor) {
        int added = 0;
        int updated = 0;
        List<RefusedLine> refused = new ArrayList<>();
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : lines) {
                List<Violation> violations = new ArrayList<>();
                RosterEntry entry = RosterEntry.parse(line.getFieldsAsMap(), violations);
                if (!violations.isEmpty()) {
                    refused.add(new RefusedLine(line.getStartingLineNumber(), violations));
                } else if (put(entry)) {
                    added++;
                } else {
                    updated++;
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw Problem.invalid(
                    "roster-unreadable",
                    Phrase.of("The file is not a CSV that can be read: %s", "CSV として読み取れません: %s")
                            .with(e.getMessage()),
                    List.of());
        }
        audit.record(
                actor,
                "roster.imported",
                "roster",
                null,
                Map.of("added", added, "updated", updated, "refused", refused.size()));
        return new Import(added, updated, refused);
    }

    /** Adds or updates one person; true if the person is new. */
    @Transactional
    public boolean put(RosterEntry entry) {
        Optional<RosterPerson> known = find("email", entry.email()).firstResultOptional();
        RosterPerson person = known.orElseGet(() -> new RosterPerson(Ids.next(clock.instant())));
        person.take(entry);
        if (known.isEmpty()) {
            persist(person);
        }
        return known.isEmpty();
    }

    /** Adds or updates one person on somebody's word: what a seat may do depends on it. */
    @Transactional
    Person put(RosterEntry entry, String actor) {
        boolean added = put(entry);
        Person person = personByEmail(entry.email()).orElseThrow();
        audit.record(
                actor,
                added ? "roster.added" : "roster.changed",
                "person " + person.id(),
                null,
                Map.of("clearance", person.clearance(), "homePermission", person.homePermission()));
        return person;
    }

    @Transactional
    void retire(UUID id, String actor) {
        RosterPerson person = findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("There is nobody with this id on the roster.", "名簿にこの ID の人はいません。")));
        person.active = false;
        audit.record(actor, "roster.retired", "person " + id, null, Map.of());
    }
}
