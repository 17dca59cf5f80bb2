package io.tocsin.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** What a worker is doing at the moment: ready, on a break, gone. */
@ApplicationScoped
public class WorkerPresence {
    private final TwilioAccounts accounts;

    WorkerPresence(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @return false where there is no such worker (any more)
     * @throws VendorFailure where the carrier cannot do it now
     */
    public boolean set(Mode mode, String workspaceSid, String workerSid, String activitySid) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Worker.updater(workspaceSid, workerSid)
                        .setActivitySid(activitySid)
                        .update(twilio))
                .isPresent();
    }

    /**
     * As {@link #set}, taking back what is being offered to the worker at this moment.
     *
     * @return false where there is no such worker (any more)
     */
    public boolean withdraw(Mode mode, String workspaceSid, String workerSid, String activitySid) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Worker.updater(workspaceSid, workerSid)
                        .setActivitySid(activitySid)
                        .setRejectPendingReservations(true)
                        .update(twilio))
                .isPresent();
    }

    /**
     * Changes what queues and the assignment look at.
     *
     * @return false where there is no such worker (any more)
     */
    public boolean describe(Mode mode, String workspaceSid, String workerSid, Consumer<ObjectNode> change) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> {
                    Worker worker = Worker.fetcher(workspaceSid, workerSid).fetch(twilio);
                    ObjectNode attributes = (ObjectNode) Json.tree(worker.getAttributes());
                    change.accept(attributes);
                    return Worker.updater(workspaceSid, workerSid)
                            .setAttributes(Json.write(attributes))
                            .update(twilio);
                })
                .isPresent();
    }
}
