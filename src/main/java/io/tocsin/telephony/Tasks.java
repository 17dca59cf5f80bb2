package io.tocsin.telephony;

import com.twilio.rest.taskrouter.v1.workspace.Task;
import io.tocsin.platform.Mode;
import jakarta.enterprise.context.ApplicationScoped;

/** Calls and other work as TaskRouter carries them. */
@ApplicationScoped
public class Tasks {
    private final TwilioAccounts accounts;

    Tasks(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /** Takes a task off the queue. @return false where it is gone already */
    public boolean cancel(Mode mode, String workspaceSid, String taskSid, String reason) {
        return move(mode, workspaceSid, taskSid, Task.Status.CANCELED, reason);
    }

    /** Closes a task that was answered. @return false where it is gone already */
    public boolean complete(Mode mode, String workspaceSid, String taskSid, String reason) {
        return move(mode, workspaceSid, taskSid, Task.Status.COMPLETED, reason);
    }

    private boolean move(Mode mode, String workspaceSid, String taskSid, Task.Status to, String reason) {
        return accounts.forMode(mode)
                .callIfThere(twilio -> Task.updater(workspaceSid, taskSid)
                        .setAssignmentStatus(to)
                        .setReason(reason)
                        .update(twilio))
                .isPresent();
    }
}
