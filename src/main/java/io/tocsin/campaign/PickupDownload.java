package io.tocsin.campaign;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One day's stops as a file to take along; who took it stands in the audit log. */
@ApplicationScoped
class PickupDownload {
    private final PickupFile file;
    private final AuditLog audit;
    private final Caller caller;

    PickupDownload(PickupFile file, AuditLog audit, Caller caller) {
        this.file = file;
        this.audit = audit;
        this.caller = caller;
    }

    /** @param wanted a day such as 2026-11-30 */
    Response of(Campaign campaign, String wanted) {
        LocalDate day = day(wanted);
        audit.record(
                caller.name(),
                "campaign.pickups-read",
                "campaign " + campaign.id(),
                campaign.centerId(),
                Map.of("day", day.toString()));
        StreamingOutput csv = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            file.write(campaign, day, writer);
            writer.flush();
        };
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"pickups-" + day + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static LocalDate day(String wanted) {
        try {
            return LocalDate.parse(String.valueOf(wanted));
        } catch (DateTimeException e) {
            Phrase say = Phrase.of("Give a day such as 2026-11-30.", "日付を 2026-11-30 のように指定してください。");
            throw Problem.invalid("day-invalid", say, List.of(new Violation("day", say)));
        }
    }
}
