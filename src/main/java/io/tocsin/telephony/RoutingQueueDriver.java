package io.tocsin.telephony;

import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Reader;
import com.twilio.base.Updater;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueueReader;
import io.tocsin.provisioning.Work;
import jakarta.inject.Singleton;

/** A queue and who serves it. */
@Singleton
class RoutingQueueDriver extends WorkspaceItemDriver<TaskQueue> {
    RoutingQueueDriver(TwilioAccounts accounts) {
        super(accounts);
    }

    @Override
    public String kind() {
        return "routing-queue";
    }

    @Override
    String sid(TaskQueue queue) {
        return queue.getSid();
    }

    @Override
    String name(TaskQueue queue) {
        return queue.getFriendlyName();
    }

    @Override
    Reader<TaskQueue> reader(String workspaceSid, String name) {
        TaskQueueReader reader = TaskQueue.reader(workspaceSid);
        return name == null ? reader : reader.setFriendlyName(name);
    }

    @Override
    Creator<TaskQueue> creator(String workspaceSid, String name, Work work) {
        RoutingSpecs.QueueSpec spec = work.spec(RoutingSpecs.QueueSpec.class);
        return TaskQueue.creator(workspaceSid, name)
                .setTargetWorkers(spec.targetWorkers())
                .setTaskOrder(order(spec));
    }

    @Override
    Updater<TaskQueue> updater(String workspaceSid, String sid, Work work) {
        RoutingSpecs.QueueSpec spec = work.spec(RoutingSpecs.QueueSpec.class);
        return TaskQueue.updater(workspaceSid, sid)
                .setTargetWorkers(spec.targetWorkers())
                .setTaskOrder(order(spec));
    }

    @Override
    Deleter<TaskQueue> deleter(String workspaceSid, String sid) {
        return TaskQueue.deleter(workspaceSid, sid);
    }

    private static TaskQueue.TaskOrder order(RoutingSpecs.QueueSpec spec) {
        return spec.taskOrder() == null ? TaskQueue.TaskOrder.FIFO : TaskQueue.TaskOrder.valueOf(spec.taskOrder());
    }
}
