package io.tocsin.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives every Quarkus test the embedded stack; one stack serves all tests of a JVM. */
public class TestStack implements QuarkusTestResourceLifecycleManager {
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
        return settings;
    }

    @Override
    public void stop() {
        // the stack is shared by all test profiles and ends with the JVM
    }
}
