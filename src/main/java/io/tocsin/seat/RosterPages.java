package io.tocsin.seat;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The people who may fill seats. */
@Path("/console/roster")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "ops"})
class RosterPages {
    private final Roster roster;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Console console;

    RosterPages(Roster roster, SecurityIdentity identity, Caller caller, Console console) {
        this.roster = roster;
        this.identity = identity;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "seat")
    static class Templates {
        static native TemplateInstance roster(
                List<Person> people, Form form, Roster.Import imported, boolean mayChange);
    }

    @GET
    @RolesAllowed({"crisis-manager", "ops", "auditor"})
    public TemplateInstance people() {
        return console.page(shown(Form.empty(), null));
    }

    /** Takes lines of a CSV that were pasted; what cannot be used is shown with what is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    Roster.Import imported = roster.importCsv(form.value("csv"), caller.name());
                    return console.shown(shown(imported.refused().isEmpty() ? Form.empty() : form, imported));
                },
                failed -> shown(failed, null));
    }

    @POST
    @Path("{personId}/retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(@PathParam("personId") UUID personId) {
        roster.retire(personId, caller.name());
        return console.to("/console/roster");
    }

    private TemplateInstance shown(Form form, Roster.Import imported) {
        return Templates.roster(
                roster.people(), form, imported, identity.hasRole("crisis-manager") || identity.hasRole("ops"));
    }
}
