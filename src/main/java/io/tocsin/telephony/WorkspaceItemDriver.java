package io.tocsin.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.base.Updater;
import com.twilio.rest.taskrouter.v1.Workspace;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.Work;
import java.util.List;
import java.util.UUID;

/**
 * What all things that live in a TaskRouter workspace have in common: found by FriendlyName, which is the label and
 * unique there; gone with the workspace. Specs name the workspace's resource in {@code workspace}.
 */
abstract class WorkspaceItemDriver<T extends Resource> implements ResourceDriver {
    private final TwilioAccounts accounts;

    WorkspaceItemDriver(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    abstract String sid(T item);

    abstract String name(T item);

    /** @param name null for all */
    abstract Reader<T> reader(String workspaceSid, String name);

    abstract Creator<T> creator(String workspaceSid, String name, Work work);

    abstract Updater<T> updater(String workspaceSid, String sid, Work work);

    abstract Deleter<T> deleter(String workspaceSid, String sid);

    /** What must be done before the carrier lets it go. */
    void beforeDelete(Work work, String workspaceSid, String sid) {}

    TwilioAccount account(Work work) {
        return accounts.forWork(work.mode());
    }

    @Override
    public final String vendor() {
        return Carrier.VENDOR;
    }

    @Override
    public final List<Made> find(Work work) {
        String name = VendorLabel.of(work.key().label());
        return account(work).list(reader(workspace(work), name)).stream()
                .filter(item -> name.equals(name(item)))
                .map(item -> made(work, sid(item)))
                .toList();
    }

    @Override
    public final Made create(Work work) {
        String name = VendorLabel.of(work.key().label());
        T created = account(work).call(creator(workspace(work), name, work)::create);
        return made(work, sid(created));
    }

    @Override
    public final Made update(Work work) {
        String sid = work.current().orElseThrow().vendorId();
        return account(work)
                .callIfThere(updater(workspace(work), sid, work)::update)
                .map(updated -> made(work, sid(updated)))
                .orElseGet(() -> create(work));
    }

    @Override
    public final void delete(Work work) {
        String sid = work.current().orElseThrow().vendorId();
        String workspace = workspace(work);
        beforeDelete(work, workspace, sid);
        account(work).callIfThere(deleter(workspace, sid)::delete);
    }

    @Override
    public final List<Listed> census(UUID centerId, Mode mode) {
        String prefix = ResourceKey.labelPrefix(centerId);
        TwilioAccount account = accounts.forWork(mode);
        return account.list(Workspace.reader()).stream()
                .filter(workspace -> workspace.getFriendlyName().startsWith(prefix))
                .flatMap(workspace -> account.list(reader(workspace.getSid(), null)).stream())
                .filter(item -> name(item).startsWith(prefix))
                .map(item -> new Listed(label(item), sid(item)))
                .toList();
    }

    /** The full label, where the carrier keeps more of it than the name. */
    String label(T item) {
        return name(item);
    }

    private static String workspace(Work work) {
        return work.dependency(work.spec().path("workspace").asText()).vendorId();
    }

    private static Made made(Work work, String sid) {
        ObjectNode outputs = Json.object();
        outputs.put("sid", sid);
        outputs.put("workspaceSid", workspace(work));
        return new Made(sid, outputs);
    }
}
