package io.tocsin.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Reader;
import com.twilio.base.Updater;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.WorkerReader;
import com.twilio.rest.taskrouter.v1.workspace.worker.Reservation;
import io.tocsin.platform.Json;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** An agent's seat as TaskRouter knows it. The full label stands in the attribute {@code tocsin_label}. */
@Singleton
class RoutingWorkerDriver extends WorkspaceItemDriver<Worker> {
    private static final String LABEL = "tocsin_label";

    RoutingWorkerDriver(TwilioAccounts accounts) {
        super(accounts);
    }

    @Override
    public String kind() {
        return "routing-worker";
    }

    @Override
    String sid(Worker worker) {
        return worker.getSid();
    }

    @Override
    String name(Worker worker) {
        return worker.getFriendlyName();
    }

    @Override
    String label(Worker worker) {
        return Json.tree(worker.getAttributes()).path(LABEL).asText(worker.getFriendlyName());
    }

    @Override
    Reader<Worker> reader(String workspaceSid, String name) {
        WorkerReader reader = Worker.reader(workspaceSid);
        return name == null ? reader : reader.setFriendlyName(name);
    }

    @Override
    Creator<Worker> creator(String workspaceSid, String name, Work work) {
        RoutingSpecs.WorkerSpec spec = work.spec(RoutingSpecs.WorkerSpec.class);
        var creator = Worker.creator(workspaceSid, name).setAttributes(attributes(work, spec));
        return spec.activity() == null ? creator : creator.setActivitySid(activitySid(work, spec.activity()));
    }

    @Override
    Updater<Worker> updater(String workspaceSid, String sid, Work work) {
        return Worker.updater(workspaceSid, sid)
                .setAttributes(attributes(work, work.spec(RoutingSpecs.WorkerSpec.class)));
    }

    @Override
    Deleter<Worker> deleter(String workspaceSid, String sid) {
        return Worker.deleter(workspaceSid, sid);
    }

    /** Nobody is to be offered anything more, and what is left over on the desk is closed. */
    @Override
    void beforeDelete(Work work, String workspaceSid, String sid) {
        TwilioAccount account = account(work);
        String offline = activitySid(work, "Offline");
        boolean there = account.callIfThere(twilio -> Worker.updater(workspaceSid, sid)
                        .setActivitySid(offline)
                        .setRejectPendingReservations(true)
                        .update(twilio))
                .isPresent();
        if (!there) {
            return;
        }
        for (Reservation.Status status : List.of(Reservation.Status.ACCEPTED, Reservation.Status.WRAPPING)) {
            account.list(Reservation.reader(workspaceSid, sid).setReservationStatus(status))
                    .forEach(left -> account.callIfThere(twilio -> Task.updater(workspaceSid, left.getTaskSid())
                            .setAssignmentStatus(Task.Status.COMPLETED)
                            .setReason("center closed")
                            .update(twilio)));
        }
    }

    private static String activitySid(Work work, String activity) {
        Made own = work.dependencies().get(activity);
        if (own != null) {
            return own.vendorId();
        }
        Made workspace = work.dependency(work.spec().path("workspace").asText());
        JsonNode builtIn = workspace.outputs().path("activities").path(activity);
        if (!builtIn.isTextual()) {
            throw new IllegalStateException("no activity '" + activity + "' in the workspace of " + work.key());
        }
        return builtIn.asText();
    }

    private static String attributes(Work work, RoutingSpecs.WorkerSpec spec) {
        ObjectNode attributes = spec.attributes() instanceof ObjectNode given ? given.deepCopy() : Json.object();
        attributes.put(LABEL, work.key().label());
        return Json.write(attributes);
    }
}
