package io.tocsin.desk;

import io.tocsin.provisioning.VendorFailure;
import io.tocsin.telephony.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Completes tasks that the carrier leaves in wrap-up after a conference: until then it offers the agent nothing. What
 * follows a call at the desk, after-call work, is the seat's own state and waits for the agent.
 */
@ApplicationScoped
class WrapUps {
    private static final Logger LOG = Logger.getLogger(WrapUps.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final QueueTasks tasks;
    private final Tasks carrier;

    WrapUps(QueueTasks tasks, Tasks carrier) {
        this.tasks = tasks;
        this.carrier = carrier;
    }

    void complete() {
        for (QueueTasks.WrapUp open : tasks.takeWrapUps(AGAIN)) {
            try {
                carrier.complete(open.mode(), open.workspaceSid(), open.taskSid(), "the conversation is over");
                tasks.wrappedUp(open.taskSid());
            } catch (VendorFailure.NeedsPerson e) {
                LOG.infof("the carrier completed a task by itself task=%s cause=%s", open.taskSid(), e.getMessage());
                tasks.wrappedUp(open.taskSid());
            } catch (VendorFailure e) {
                LOG.debugf("a task stays in wrap-up for now task=%s", open.taskSid());
            }
        }
    }
}
