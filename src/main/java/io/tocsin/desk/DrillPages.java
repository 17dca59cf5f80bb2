package io.tocsin.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tocsin.center.Centers;
import io.tocsin.center.IncidentCenter;
import io.tocsin.console.Console;
import io.tocsin.console.Form;
import io.tocsin.platform.Caller;
import io.tocsin.platform.Mode;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rehearsals: start one, stop it, read how it went. */
@Path("/console/centers/{centerId}/drills")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"crisis-manager", "supervisor", "ops", "auditor"})
class DrillPages {
    private final Drills drills;
    private final DrillReports reports;
    private final Centers centers;
    private final Caller caller;
    private final Console console;

    DrillPages(Drills drills, DrillReports reports, Centers centers, Caller caller, Console console) {
        this.drills = drills;
        this.reports = reports;
        this.centers = centers;
        this.caller = caller;
        this.console = console;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance drills(
                String path, boolean drill, List<DrillRun> runs, Form form, boolean mayAct);

        static native TemplateInstance drill(
                String path, String drills, DrillRun run, DrillReport report, boolean mayAct);
    }

    @GET
    public TemplateInstance list(@PathParam("centerId") UUID centerId) {
        return console.page(shown(centerId, Form.empty()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response start(@PathParam("centerId") UUID centerId, MultivaluedMap<String, String> given) {
        Form form = Form.of(given);
        return console.take(
                form,
                () -> {
                    DrillRun run = drills.start(centerId, plan(centerId, form), caller.name());
                    return console.to(path(centerId) + "/" + run.id());
                },
                failed -> shown(centerId, failed));
    }

    private DrillPlan plan(UUID centerId, Form form) {
        IncidentCenter center = centers.get(centerId);
        double minutes = number(form, "minutes");
        double peak = number(form, "peak");
        List<DrillPlan.Point> curve =
                switch (form.value("shape")) {
                    case "rush" -> List.of(new DrillPlan.Point(0, peak), new DrillPlan.Point(minutes, peak / 10));
                    case "even" -> List.of(new DrillPlan.Point(0, peak), new DrillPlan.Point(minutes, peak));
                    default ->
                        List.of(
                                new DrillPlan.Point(0, peak / 10),
                                new DrillPlan.Point(minutes / 3, peak),
                                new DrillPlan.Point(minutes, peak / 10));
                };
        return new DrillPlan(
                Math.round(number(form, "seed")),
                curve,
                even(drills.reasons(centerId)),
                even(center.languages()),
                number(form, "chats") / 100,
                (int) number(form, "patience"));
    }

    /** What is no number is as good as none; the plan's own check says what is wanted. */
    private static double number(Form form, String field) {
        return form.value(field).matches("-?[0-9]{1,9}([.][0-9]{1,3})?") ? Double.parseDouble(form.value(field)) : 0;
    }

    private static Map<String, Integer> even(List<String> names) {
        return names.stream().distinct().collect(Collectors.toMap(Function.identity(), name -> 1));
    }

    @GET
    @Path("{drillId}")
    public TemplateInstance report(@PathParam("centerId") UUID centerId, @PathParam("drillId") UUID drillId) {
        DrillRun run = drills.get(centerId, drillId);
        return console.page(
                Templates.drill(path(centerId) + "/" + drillId, path(centerId), run, reports.of(run), mayAct()));
    }

    @POST
    @Path("{drillId}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"crisis-manager", "supervisor"})
    public Response stop(@PathParam("centerId") UUID centerId, @PathParam("drillId") UUID drillId) {
        drills.stop(centerId, drillId, caller.name());
        return console.to(path(centerId) + "/" + drillId);
    }

    private TemplateInstance shown(UUID centerId, Form form) {
        return Templates.drills(
                path(centerId), centers.get(centerId).mode() == Mode.DRILL, drills.of(centerId), form, mayAct());
    }

    private boolean mayAct() {
        return caller.hasRole("supervisor") || caller.hasRole("crisis-manager");
    }

    private static String path(UUID centerId) {
        return "/console/centers/" + centerId + "/drills";
    }
}
