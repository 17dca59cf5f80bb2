package io.tocsin.telephony;

import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Reader;
import com.twilio.base.Updater;
import com.twilio.rest.taskrouter.v1.workspace.Activity;
import com.twilio.rest.taskrouter.v1.workspace.ActivityReader;
import io.tocsin.provisioning.Work;
import jakarta.inject.Singleton;

/** What a worker may be doing: Ready, Break, After-call work. Whether it is available cannot be changed later. */
@Singleton
class RoutingActivityDriver extends WorkspaceItemDriver<Activity> {
    RoutingActivityDriver(TwilioAccounts accounts) {
        super(accounts);
    }

    @Override
    public String kind() {
        return "routing-activity";
    }

    @Override
    String sid(Activity activity) {
        return activity.getSid();
    }

    @Override
    String name(Activity activity) {
        return activity.getFriendlyName();
    }

    @Override
    Reader<Activity> reader(String workspaceSid, String name) {
        ActivityReader reader = Activity.reader(workspaceSid);
        return name == null ? reader : reader.setFriendlyName(name);
    }

    @Override
    Creator<Activity> creator(String workspaceSid, String name, Work work) {
        return Activity.creator(workspaceSid, name)
                .setAvailable(work.spec(RoutingSpecs.ActivitySpec.class).available());
    }

    @Override
    Updater<Activity> updater(String workspaceSid, String sid, Work work) {
        return Activity.updater(workspaceSid, sid)
                .setFriendlyName(VendorLabel.of(work.key().label()));
    }

    @Override
    Deleter<Activity> deleter(String workspaceSid, String sid) {
        return Activity.deleter(workspaceSid, sid);
    }
}
