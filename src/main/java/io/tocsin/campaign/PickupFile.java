package io.tocsin.campaign;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.RecipientItem;
import io.tocsin.audience.Recipients;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What those who fetch goods need for one day: a CSV that opens in a spreadsheet and can run nothing there. */
@ApplicationScoped
class PickupFile {
    private static final int CHUNK = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> HEADER = List.of(
            "case", "day", "from", "until", "area", "name", "address", "phone", "model", "serial", "lot", "quantity");

    private final Sql sql;
    private final Recipients recipients;

    PickupFile(Sql sql, Recipients recipients) {
        this.sql = sql;
        this.recipients = recipients;
    }

    private record Stop(UUID caseId, UUID recipientId, UUID itemId, PickupSlot slot) {}

    /** Written as it is read: a day may have very many stops. */
    void write(Campaign campaign, LocalDate day, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEADER);
        UUID after = new UUID(0, 0);
        while (true) {
            List<Stop> stops = stops(campaign, day, after);
            write(campaign.centerId(), stops, csv);
            if (stops.size() < CHUNK) {
                csv.flush();
                return;
            }
            after = stops.getLast().caseId();
        }
    }

    private List<Stop> stops(Campaign campaign, LocalDate day, UUID after) {
        return sql.list(
                """
                select c.id case_id, c.recipient_id, c.item_id, s.* from collection_case c
                    join pickup p on p.id = c.pickup_id and p.ended_at is null join pickup_slot s on s.id = p.slot_id
                where c.campaign_id = ? and s.day = ? and c.state = 'PICKUP_BOOKED' and c.id > ? order by c.id limit ?""",
                row -> new Stop(
                        row.getObject("case_id", UUID.class),
                        row.getObject("recipient_id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        PickupSlot.read(row)),
                campaign.id(),
                day,
                after,
                CHUNK);
    }

    private void write(UUID centerId, List<Stop> stops, CsvWriter csv) {
        Map<UUID, Recipient> people = recipients
                .read(centerId, stops.stream().map(Stop::recipientId).toList())
                .stream()
                .collect(Collectors.toMap(Recipient::id, Function.identity()));
        for (Stop stop : stops) {
            Recipient person = people.get(stop.recipientId());
            if (person != null) {
                csv.writeRecord(line(stop, person));
            }
        }
    }

    private static List<String> line(Stop stop, Recipient person) {
        Optional<RecipientItem> item = person.items().stream()
                .filter(i -> i.id().equals(stop.itemId()))
                .findFirst();
        return Stream.of(
                        stop.caseId().toString(),
                        stop.slot().day().toString(),
                        stop.slot().opens().toString(),
                        stop.slot().closes().toString(),
                        stop.slot().area(),
                        person.fields().getOrDefault("name", ""),
                        person.fields().getOrDefault("address", ""),
                        person.phone() == null ? "" : person.phone().e164(),
                        item.map(RecipientItem::model).orElse(""),
                        item.map(RecipientItem::serial).orElse(""),
                        item.map(RecipientItem::lot).orElse(""),
                        item.map(i -> Integer.toString(i.quantity())).orElse(""))
                .map(PickupFile::safe)
                .toList();
    }

    /** A cell that begins like a formula would be one in a spreadsheet. */
    static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
