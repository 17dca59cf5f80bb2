package io.tocsin.audience;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Idempotency;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import io.tocsin.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings lists into audiences: taken, looked at, corrected, started. */
@ApplicationScoped
class Imports {
    private static final int SAMPLE_ROWS = 200;
    private static final int SHOWN = 5;

    private final ImportTable table;
    private final Uploads uploads;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final Clock clock;

    Imports(ImportTable table, Uploads uploads, Idempotency idempotency, AuditLog audit, Clock clock) {
        this.table = table;
        this.uploads = uploads;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How the list would be read.
     *
     * @param columns with what the first rows have there
     */
    record Preview(
            String format,
            String encoding,
            String delimiter,
            int headerRow,
            List<ColumnPreview> columns,
            String kinds,
            long version) {}

    /** @param samples from the list's first rows: a person's data */
    record ColumnPreview(String header, String to, List<String> samples) {}

    /**
     * Not in one transaction: a list may take long to arrive. Until all of it is there, it has no bytes, and sending it
     * again under the same key fills it.
     */
    AudienceImport create(Audience audience, String fileName, InputStream content, String actor, String key) {
        Idempotency.Answer made =
                idempotency.once(actor, key, Map.of("audience", audience.id(), "file", fileName), () -> {
                    UUID id = Ids.next(clock.instant());
                    table.insert(id, audience, fileName, actor, clock.instant());
                    audit.record(
                            actor,
                            "import.uploaded",
                            "import " + id,
                            audience.centerId(),
                            Map.of("audience", audience.id()));
                    return new Idempotency.Answer(201, null, Json.tree(Map.of("id", id)));
                });
        UUID id = UUID.fromString(made.body().path("id").asText());
        if (table.get(audience.id(), id).bytes() == 0) {
            put(audience, id, 1, content);
        }
        return table.get(audience.id(), id);
    }

    /** Adds a further part of the list, or puts another in place of one under the same number. */
    AudienceImport part(Audience audience, UUID id, int number, InputStream content) {
        waiting(table.get(audience.id(), id));
        put(audience, id, number, content);
        return table.get(audience.id(), id);
    }

    private void put(Audience audience, UUID id, int part, InputStream content) {
        try {
            uploads.put(audience.centerId(), id, part, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long bytes = table.bytesOf(id);
        if (bytes == 0) {
            throw Problem.invalid("list-empty", Phrase.of("The file is empty.", "ファイルが空です。"), List.of());
        }
        table.uploaded(id, bytes);
    }

    private static void waiting(AudienceImport known) {
        if (known.state() != AudienceImport.State.UPLOADED) {
            throw Problem.conflict(
                    "import-started",
                    Phrase.of(
                            "The import was started already. To bring more or corrected rows, import another file.",
                            "取り込みは既に開始されています。追加や修正は別のファイルとして取り込んでください。"));
        }
    }

    /** The mapping as it stands, or as it is guessed, with samples. */
    Preview preview(Audience audience, UUID id) {
        AudienceImport known = table.get(audience.id(), id);
        waiting(known);
        Mapping mapping = table.mapping(id).orElseGet(() -> guess(audience, id));
        List<ListRow> rows = firstRows(audience, id, mapping.listFormat());
        List<ListRow> data = rows.subList(Math.min(mapping.headerRow(), rows.size()), rows.size());
        List<ColumnPreview> columns = new ArrayList<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            int column = i;
            columns.add(new ColumnPreview(
                    mapping.columns().get(i).header(),
                    mapping.columns().get(i).to(),
                    data.stream()
                            .filter(r -> r.cells().length > column && !r.cells()[column].isBlank())
                            .map(r -> r.cells()[column])
                            .limit(SHOWN)
                            .toList()));
        }
        return new Preview(
                mapping.format(),
                mapping.encoding(),
                mapping.delimiter(),
                mapping.headerRow(),
                columns,
                ColumnTarget.codes(),
                known.version());
    }

    /**
     * Reads the list in another way than guessed, and guesses its columns from that.
     *
     * @param headerRow from 1; 0 where no row names the columns
     */
    @Transactional
    void reread(Audience audience, UUID id, String encoding, String delimiter, int headerRow, String ifMatch) {
        AudienceImport known = table.get(audience.id(), id);
        waiting(known);
        Versions.require(ifMatch, known.version());
        Mapping guessed = guess(audience, id);
        Mapping wanted = new Mapping(guessed.format(), encoding, delimiter, headerRow, List.of());
        wanted.checkReading(guessed);
        List<ListRow> rows = firstRows(audience, id, wanted.listFormat());
        table.mapping(
                id, ColumnGuess.of(wanted.listFormat(), rows, audience.country(), Math.min(headerRow, rows.size())));
    }

    @Transactional
    void correct(Audience audience, UUID id, Mapping mapping, String ifMatch) {
        AudienceImport known = table.get(audience.id(), id);
        waiting(known);
        Versions.require(ifMatch, known.version());
        mapping.check(guess(audience, id));
        table.mapping(id, mapping);
    }

    @Transactional
    AudienceImport start(Audience audience, UUID id, String actor) {
        AudienceImport known = table.get(audience.id(), id);
        if (known.state() == AudienceImport.State.RUNNING || known.state() == AudienceImport.State.DONE) {
            return known;
        }
        waiting(known);
        if (known.bytes() == 0) {
            throw Problem.conflict(
                    "import-incomplete",
                    Phrase.of("The file did not arrive completely. Send it again.", "ファイルの受信が完了していません。再送してください。"));
        }
        Mapping guessed = guess(audience, id);
        Mapping mapping = table.mapping(id).orElse(guessed);
        mapping.check(guessed);
        table.mapping(id, mapping);
        try {
            table.start(id, clock.instant());
        } catch (Sql.DatabaseException e) {
            if (e.isDuplicate()) {
                throw Problem.conflict(
                        "import-running",
                        Phrase.of(
                                "Another import into this audience is running. Start this one when it is done.",
                                "この宛先リストでは別の取り込みが実行中です。完了後に開始してください。"));
            }
            throw e;
        }
        audit.record(actor, "import.started", "import " + id, audience.centerId(), Map.of("audience", audience.id()));
        return table.get(audience.id(), id);
    }

    private Mapping guess(Audience audience, UUID id) {
        try (InputStream list = uploads.open(audience.centerId(), id)) {
            ListFormat format = ListFormats.of(list);
            return ColumnGuess.of(format, firstRows(audience, id, format), audience.country());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenListException e) {
            throw Problem.invalid("list-unreadable", e.words(), List.of());
        }
    }

    private List<ListRow> firstRows(Audience audience, UUID id, ListFormat format) {
        List<ListRow> rows = new ArrayList<>();
        try (InputStream list = uploads.open(audience.centerId(), id);
                ListReader reader = ListReader.open(format, list)) {
            while (rows.size() < SAMPLE_ROWS && reader.hasNext()) {
                rows.add(reader.next());
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenListException e) {
            throw Problem.invalid("list-unreadable", e.words(), List.of());
        }
    }
}
