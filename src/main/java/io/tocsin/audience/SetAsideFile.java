package io.tocsin.audience;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows that an import set aside as a file to correct and to bring again; who took it stands in the audit log. */
@ApplicationScoped
class SetAsideFile {
    private final ImportTable table;
    private final SetAsideRows rows;
    private final AuditLog audit;
    private final Caller caller;

    SetAsideFile(ImportTable table, SetAsideRows rows, AuditLog audit, Caller caller) {
        this.table = table;
        this.rows = rows;
        this.audit = audit;
        this.caller = caller;
    }

    Response of(Audience audience, UUID importId, boolean japanese) {
        table.get(audience.id(), importId);
        SetAsideCsv csv = new SetAsideCsv(japanese ? "ja" : "en");
        List<Mapping.Column> columns =
                table.mapping(importId).map(Mapping::columns).orElse(List.of());
        audit.record(caller.name(), "import.set-aside-read", "import " + importId, audience.centerId(), Map.of());
        StreamingOutput written = out -> {
            out.write((SetAsideCsv.MARK + csv.header(columns)).getBytes(StandardCharsets.UTF_8));
            List<SetAsideRows.Row> page = rows.after(audience.centerId(), importId, 0);
            while (!page.isEmpty()) {
                for (SetAsideRows.Row row : page) {
                    out.write(csv.row(row).getBytes(StandardCharsets.UTF_8));
                }
                page = rows.after(audience.centerId(), importId, page.getLast().line());
            }
        };
        return Response.ok(written, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"set-aside-" + importId + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
