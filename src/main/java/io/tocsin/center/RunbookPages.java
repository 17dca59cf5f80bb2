package io.tocsin.center;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.riskpack.RunbookTask;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The runbook: who does what by when, and what is done. */
@Path("/console/centers/{centerId}/runbook")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class RunbookPages {
    private final Runbook runbook;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    RunbookPages(Runbook runbook, SecurityIdentity identity, Caller caller, Console console) {
        this.runbook = runbook;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "center")
    static class Templates {
        static native TemplateInstance runbook(UUID centerId, List<Part> parts, long done, int all, boolean mayChange);
    }

    record Part(Phrase title, List<Runbook.Task> tasks) {}

    @GET
    public TemplateInstance tasks(@PathParam("centerId") UUID id) {
        List<Runbook.Task> all = runbook.of(id);
        List<Part> parts = Arrays.stream(RunbookTask.Phase.values())
                .map(phase -> new Part(
                        title(phase),
                        all.stream().filter(t -> t.task().phase() == phase).toList()))
                .filter(part -> !part.tasks().isEmpty())
                .toList();
        return console.page(Templates.runbook(
                id, parts, all.stream().filter(Runbook.Task::isDone).count(), all.size(), mayChange()));
    }

    @POST
    @Path("{taskId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"crisis-manager", "supervisor", "ops"})
    public Response change(
            @PathParam("centerId") UUID id,
            @PathParam("taskId") String taskId,
            @FormParam("owner") String owner,
            @FormParam("done") Boolean done) {
        if (done != null) {
            runbook.done(id, taskId, done, caller.name());
        } else {
            runbook.give(id, taskId, owner == null ? "" : owner.strip(), caller.name());
        }
        return console.to("/console/centers/" + id + "/runbook");
    }

    private boolean mayChange() {
        return identity.hasRole("crisis-manager") || identity.hasRole("supervisor") || identity.hasRole("ops");
    }

    private static Phrase title(RunbookTask.Phase phase) {
        return switch (phase) {
            case FIRST_RESPONSE -> Phrase.of("First response", "初動対応");
            case GATHERING_FACTS -> Phrase.of("Gathering facts", "事実の収集");
            case HANDLING_CUSTOMERS -> Phrase.of("Handling customers", "お客様対応");
        };
    }
}
