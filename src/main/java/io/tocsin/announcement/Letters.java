package io.tocsin.announcement;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.Recipients;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The file for the printer: one row per letter, with everything that stands in it. */
@ApplicationScoped
class Letters {
    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final Recipients recipients;
    private final TextsOfAnnouncements texts;
    private final Clock clock;

    Letters(Sql sql, Recipients recipients, TextsOfAnnouncements texts, Clock clock) {
        this.sql = sql;
        this.recipients = recipients;
        this.texts = texts;
        this.clock = clock;
    }

    /** Streams the letters that are planned or were handed over; those who have opted out since are left out. */
    void write(Announcement a, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // spreadsheets take a file without this mark for their own old encoding
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord("delivery", "name", "address", "language", "link", "subject", "text");
        UUID after = new UUID(0, 0);
        List<Map.Entry<UUID, UUID>> page = page(a, after);
        while (!page.isEmpty()) {
            write(a, page, csv);
            after = page.getLast().getKey();
            page = page(a, after);
        }
        csv.flush();
    }

    private void write(Announcement a, List<Map.Entry<UUID, UUID>> page, CsvWriter csv) {
        Map<UUID, Recipient> people = new HashMap<>();
        recipients
                .read(a.centerId(), page.stream().map(Map.Entry::getValue).toList())
                .forEach(r -> people.put(r.id(), r));
        MessageTexts messages = texts.of(a.centerId(), a.notice(), a.factsVersion());
        for (Map.Entry<UUID, UUID> letter : page) {
            Recipient recipient = people.get(letter.getValue());
            if (recipient == null) {
                continue;
            }
            try {
                Message message = messages.render(Channel.LETTER, recipient);
                csv.writeRecord(
                        letter.getKey().toString(),
                        plain(recipient.fields().get("name")),
                        plain(recipient.fields().get("address")),
                        message.language(),
                        messages.link(recipient),
                        plain(message.subject()),
                        plain(message.body()));
            } catch (UnsendableException e) {
                sql.update(
                        "update delivery set state = 'FAILED', reason = ?, settled_at = ? where id = ?",
                        Reasons.TEMPLATE,
                        clock.instant(),
                        letter.getKey());
            }
        }
    }

    /** What would run as a formula in a spreadsheet is made text. */
    static String plain(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private List<Map.Entry<UUID, UUID>> page(Announcement a, UUID after) {
        return sql.list(
                "select d.id, d.recipient_id from delivery d join recipient r on r.id = d.recipient_id"
                        + " where d.announcement_id = ? and d.channel = 'LETTER' and d.state in ('PLANNED', 'SENT')"
                        + " and r.suppressed_at is null and d.id > ? order by d.id limit ?",
                row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                a.id(),
                after,
                AT_ONCE);
    }

    /** The printer has the file. @return letters that are on their way now */
    int handedOver(Announcement a) {
        return sql.update(
                "update delivery d set state = 'SENT', attempted_at = ? from recipient r where r.id = d.recipient_id"
                        + " and d.announcement_id = ? and d.channel = 'LETTER' and d.state = 'PLANNED'"
                        + " and r.suppressed_at is null",
                clock.instant(),
                a.id());
    }
}
