package io.tocsin.telephony;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Reader;
import com.twilio.base.Updater;
import com.twilio.rest.taskrouter.v1.workspace.Workflow;
import com.twilio.rest.taskrouter.v1.workspace.WorkflowReader;
import io.tocsin.platform.Json;
import io.tocsin.provisioning.Work;
import jakarta.inject.Singleton;

/** Which calls go to which queue, and where they go on when nobody answers there. */
@Singleton
class RoutingWorkflowDriver extends WorkspaceItemDriver<Workflow> {
    private static final int USUAL_RESERVATION_SECONDS = 120;

    RoutingWorkflowDriver(TwilioAccounts accounts) {
        super(accounts);
    }

    @Override
    public String kind() {
        return "routing-workflow";
    }

    @Override
    String sid(Workflow workflow) {
        return workflow.getSid();
    }

    @Override
    String name(Workflow workflow) {
        return workflow.getFriendlyName();
    }

    @Override
    Reader<Workflow> reader(String workspaceSid, String name) {
        WorkflowReader reader = Workflow.reader(workspaceSid);
        return name == null ? reader : reader.setFriendlyName(name);
    }

    @Override
    Creator<Workflow> creator(String workspaceSid, String name, Work work) {
        RoutingSpecs.WorkflowSpec spec = work.spec(RoutingSpecs.WorkflowSpec.class);
        var creator = Workflow.creator(workspaceSid, name, configuration(work, spec))
                .setAssignmentCallbackUrl(spec.assignmentCallbackUrl())
                .setTaskReservationTimeout(reservation(spec));
        return spec.fallbackAssignmentCallbackUrl() == null
                ? creator
                : creator.setFallbackAssignmentCallbackUrl(spec.fallbackAssignmentCallbackUrl());
    }

    @Override
    Updater<Workflow> updater(String workspaceSid, String sid, Work work) {
        RoutingSpecs.WorkflowSpec spec = work.spec(RoutingSpecs.WorkflowSpec.class);
        String fallback = spec.fallbackAssignmentCallbackUrl();
        return Workflow.updater(workspaceSid, sid)
                .setConfiguration(configuration(work, spec))
                .setAssignmentCallbackUrl(spec.assignmentCallbackUrl())
                .setFallbackAssignmentCallbackUrl(fallback == null ? "" : fallback)
                .setTaskReservationTimeout(reservation(spec));
    }

    @Override
    Deleter<Workflow> deleter(String workspaceSid, String sid) {
        return Workflow.deleter(workspaceSid, sid);
    }

    /** Twilio, "Workflow configuration": queues by SID. */
    private static String configuration(Work work, RoutingSpecs.WorkflowSpec spec) {
        ObjectNode root = Json.object();
        ObjectNode routing = root.putObject("task_routing");
        ArrayNode filters = routing.putArray("filters");
        for (RoutingSpecs.Filter filter : spec.filters()) {
            ObjectNode one = filters.addObject();
            one.put("filter_friendly_name", filter.name());
            one.put("expression", filter.expression());
            ArrayNode targets = one.putArray("targets");
            filter.targets().forEach(target -> fill(targets.addObject(), target, work));
        }
        if (spec.defaultQueue() != null) {
            routing.putObject("default_filter")
                    .put("queue", work.dependency(spec.defaultQueue()).vendorId());
        }
        return Json.write(root);
    }

    private static void fill(ObjectNode node, RoutingSpecs.Target target, Work work) {
        node.put("queue", work.dependency(target.queue()).vendorId());
        if (target.timeoutSeconds() != null) {
            node.put("timeout", target.timeoutSeconds());
        }
        if (target.priority() != null) {
            node.put("priority", target.priority());
        }
        if (target.workers() != null) {
            node.put("expression", target.workers());
        }
    }

    private static int reservation(RoutingSpecs.WorkflowSpec spec) {
        return spec.reservationSeconds() == null ? USUAL_RESERVATION_SECONDS : spec.reservationSeconds();
    }
}
