package io.tocsin.telephony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.Activity;
import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A center's TaskRouter workspace. Outputs: {@code sid}, {@code activities} (name to SID of Twilio's own Offline).
 * Deleting it deletes whatever is left in it.
 */
@ApplicationScoped
class RoutingWorkspaceDriver implements ResourceDriver {
    private static final String OFFLINE = "Offline";

    private final TwilioAccounts accounts;

    RoutingWorkspaceDriver(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "routing-workspace";
    }

    @Override
    public String vendor() {
        return Carrier.VENDOR;
    }

    @Override
    public List<Made> find(Work work) {
        TwilioAccount account = accounts.forWork(work.mode());
        String name = VendorLabel.of(work.key().label());
        return account.list(Workspace.reader().setFriendlyName(name)).stream()
                .filter(workspace -> name.equals(workspace.getFriendlyName()))
                .sorted(Comparator.comparing(Workspace::getDateCreated))
                .map(workspace -> made(account, workspace))
                .toList();
    }

    @Override
    public Made create(Work work) {
        TwilioAccount account = accounts.forWork(work.mode());
        String url = work.spec(RoutingSpecs.WorkspaceSpec.class).eventCallbackUrl();
        Workspace created = account.call(twilio -> {
            var creator = Workspace.creator(VendorLabel.of(work.key().label())).setMultiTaskEnabled(false);
            return (url == null ? creator : creator.setEventCallbackUrl(url).setEventsFilter(RoutingPaths.WANTED))
                    .create(twilio);
        });
        return made(account, created);
    }

    @Override
    public Made update(Work work) {
        TwilioAccount account = accounts.forWork(work.mode());
        String url = work.spec(RoutingSpecs.WorkspaceSpec.class).eventCallbackUrl();
        return account.callIfThere(
                        twilio -> Workspace.updater(work.current().orElseThrow().vendorId())
                                .setEventCallbackUrl(url == null ? "" : url)
                                .setEventsFilter(url == null ? "" : RoutingPaths.WANTED)
                                .update(twilio))
                .map(workspace -> made(account, workspace))
                .orElseGet(() -> create(work));
    }

    @Override
    public void delete(Work work) {
        accounts.forWork(work.mode())
                .callIfThere(Workspace.deleter(work.current().orElseThrow().vendorId())::delete);
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return accounts.forWork(mode).list(Workspace.reader()).stream()
                .filter(workspace -> workspace.getFriendlyName().startsWith(ResourceKey.labelPrefix(centerId)))
                .map(workspace -> new Listed(workspace.getFriendlyName(), workspace.getSid()))
                .toList();
    }

    /** A new workspace says of its own which activity is the default one, so the others need no further call. */
    private static Made made(TwilioAccount account, Workspace workspace) {
        ObjectNode outputs = Json.object();
        outputs.put("sid", workspace.getSid());
        outputs.putObject("activities").put(OFFLINE, offline(account, workspace));
        return new Made(workspace.getSid(), outputs);
    }

    private static String offline(TwilioAccount account, Workspace workspace) {
        if (OFFLINE.equals(workspace.getDefaultActivityName())) {
            return workspace.getDefaultActivitySid();
        }
        return account.list(Activity.reader(workspace.getSid()).setFriendlyName(OFFLINE)).stream()
                .filter(activity -> OFFLINE.equals(activity.getFriendlyName()))
                .map(Activity::getSid)
                .findFirst()
                .orElseThrow(() -> new VendorFailure.NeedsPerson(
                        Phrase.of(
                                "The call routing has no activity 'Offline' any more.",
                                "通話の振り分けに「Offline」アクティビティがありません。"),
                        Phrase.of(
                                "Make an activity named Offline (not available) in the workspace, then try again.",
                                "ワークスペースに Offline（受付不可）という名前のアクティビティを作成し、再試行してください。")));
    }
}
