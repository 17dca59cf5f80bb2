package io.tocsin.campaign;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of visits and deliveries, as those who made them report it. Reporting the same twice changes nothing. */
@ApplicationScoped
class PickupResults {
    private final Cases cases;
    private final CaseMoves moves;
    private final AuditLog audit;

    PickupResults(Cases cases, CaseMoves moves, AuditLog audit) {
        this.cases = cases;
        this.moves = moves;
        this.audit = audit;
    }

    /** @param line in the file, from 1 */
    public record SetAside(long line, String caseId, Phrase reason) {}

    /**
     * @param taken cases that moved
     * @param unchanged lines that said what was known
     */
    public record Report(int taken, int unchanged, List<SetAside> setAside) {}

    /**
     * @param csv columns {@code case} and {@code result} (collected, delivered, nobody-home, refused, disposed), and
     *     {@code note} where there is something to say
     */
    @Transactional
    public Report take(Campaign campaign, String csv, String actor) {
        int taken = 0;
        int unchanged = 0;
        List<SetAside> setAside = new ArrayList<>();
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : lines) {
                try {
                    if (take(campaign, line, actor)) {
                        taken++;
                    } else {
                        unchanged++;
                    }
                } catch (ProblemException e) {
                    setAside.add(new SetAside(
                            line.getStartingLineNumber(),
                            field(line, "case"),
                            e.problem().detail()));
                }
            }
        } catch (CsvParseException | IOException e) {
            throw Problem.invalid(
                    "results-unreadable",
                    Phrase.of("The file is not a CSV that can be read: %s", "CSV として読み取れません: %s")
                            .with(e.getMessage()),
                    List.of());
        }
        audit.record(
                actor,
                "campaign.results-taken",
                "campaign " + campaign.id(),
                campaign.centerId(),
                Map.of("taken", taken, "unchanged", unchanged, "setAside", setAside.size()));
        return new Report(taken, unchanged, setAside);
    }

    private boolean take(Campaign campaign, NamedCsvRecord line, String actor) {
        CaseState to = state(field(line, "result"));
        UUID caseId = CallUrl.uuid(field(line, "case"))
                .orElseThrow(() -> wrong("case", Phrase.of("This is no case id.", "案件 ID ではありません。")));
        CollectionCase found = cases.get(campaign.centerId(), caseId);
        if (!found.campaignId().equals(campaign.id())) {
            throw wrong("case", Phrase.of("This case belongs to another campaign.", "別のキャンペーンの案件です。"));
        }
        if (isKnown(found.state(), to)) {
            return false;
        }
        moves.move(
                campaign.centerId(),
                caseId,
                CaseMoves.Move.to(to, Via.LOGISTICS, actor).noting(field(line, "note")));
        return true;
    }

    /** Whether the case is there already, or past it on the same way. */
    private static boolean isKnown(CaseState state, CaseState to) {
        return state == to
                || switch (to) {
                    case COLLECTED -> state == CaseState.REMEDY_SENT || state == CaseState.CLOSED;
                    case REMEDY_SENT -> state == CaseState.CLOSED;
                    case NOTIFIED, RESPONDED, PICKUP_BOOKED, CLOSED, REFUSED, UNREACHABLE, ALREADY_DISPOSED -> false;
                };
    }

    private static CaseState state(String result) {
        return switch (result.toLowerCase(Locale.ROOT)) {
            case "collected" -> CaseState.COLLECTED;
            case "delivered" -> CaseState.REMEDY_SENT;
            case "nobody-home" -> CaseState.RESPONDED;
            case "refused" -> CaseState.REFUSED;
            case "disposed" -> CaseState.ALREADY_DISPOSED;
            default ->
                throw wrong(
                        "result",
                        Phrase.of(
                                "Use one of: collected, delivered, nobody-home, refused, disposed.",
                                "collected、delivered、nobody-home、refused、disposed のいずれかを指定してください。"));
        };
    }

    private static String field(NamedCsvRecord line, String name) {
        return Optional.ofNullable(line.getFieldsAsMap().get(name)).orElse("").strip();
    }

    private static ProblemException wrong(String field, Phrase reason) {
        return Problem.invalid("line-invalid", reason, List.of(new Violation(field, reason)));
    }
}
