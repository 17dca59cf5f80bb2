package io.tocsin.telephony;

import com.twilio.rest.taskrouter.v1.workspace.Worker;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;

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
}
