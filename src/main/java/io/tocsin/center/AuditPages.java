package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.console.Console;
import io.tocsin.platform.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The audit log, newest first. */
@Path("/console/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"ops", "auditor"})
class AuditPages {
    private static final int PAGE = 100;

    private final Sql sql;
    private final Console console;

    AuditPages(Sql sql, Console console) {
        this.sql = sql;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance audit(List<Entry> entries, String actor, String action, Long next);
    }

    record Entry(long id, Instant at, String actor, String action, String subject, UUID centerId, String details) {}

    /** @param before id of the last entry of the page before */
    @GET
    public TemplateInstance page(
            @QueryParam("actor") String actor, @QueryParam("action") String action, @QueryParam("before") Long before) {
        String who = actor == null ? "" : actor.strip();
        String what = action == null ? "" : action.strip();
        List<Entry> entries = sql.list(
                "select * from audit_log where id < ? and (? = '' or actor = ?) and (? = '' or starts_with(action, ?))"
                        + " order by id desc limit ?",
                row -> new Entry(
                        row.getLong("id"),
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getObject("center_id", UUID.class),
                        row.getString("details")),
                before == null ? Long.MAX_VALUE : before,
                who,
                who,
                what,
                what,
                PAGE);
        return console.page(Templates.audit(
                entries,
                who,
                what,
                entries.size() < PAGE ? null : entries.getLast().id()));
    }
}
