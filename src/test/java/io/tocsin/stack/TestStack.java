package io.tocsin.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives every Quarkus test the embedded stack; one stack serves all tests of a JVM. */
public class TestStack implements QuarkusTestResourceLifecycleManager {
    /** Names a visitor of the notice site. */
    public static final String ADDRESS_HEADER = "X-Visitor";

    private static Stack shared;

    /** The stack that the running tests use. */
    public static synchronized Stack get() {
        if (shared == null) {
            shared = Stack.start(StackPlan.throwaway(), line -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = get().settings();
        settings.put("quarkus.http.test-port", settings.get("quarkus.http.port"));
        // the drill carrier is done when it hangs up; no need to give it a real carrier's time
        settings.put("tocsin.provisioning.settle", "2s");
        // what waits for receipts and lists at a real carrier need not wait here
        settings.put("tocsin.announcement.sweep", "100ms");
        settings.put("tocsin.announcement.first-look", "500ms");
        settings.put("tocsin.announcement.second-look", "1s");
        settings.put("tocsin.announcement.share-wait", "3s");
        settings.put("tocsin.announcement.receipt-wait", "5s");
        settings.put("tocsin.announcement.first-retry", "100ms");
        settings.put("tocsin.announcement.standstill", "2s");
        settings.put("tocsin.announcement.mail.hook-token", "hook");
        settings.put("tocsin.inquiry.mail.poll-every", "500ms");
        // visitors of the notice site have addresses of their own, so that one test's rush is not another's
        settings.put("tocsin.site.address-header", ADDRESS_HEADER);
        return settings;
    }

    @Override
    public void stop() {
        // the stack is shared by all test profiles and ends with the JVM
    }
}
