package io.tocsin.stack;

import java.util.Map;

/** One open drill center for all tests of inquiries and of the notice site. */
public final class OpenForInquiries {
    private static DrillCenter center;

    private OpenForInquiries() {}

    public static synchronized DrillCenter center() {
        if (center == null) {
            DrillCenter.roster(14);
            DrillCenter opened = DrillCenter.declare("galaxy-note7", Map.of("profile", "small", "seats", 1))
                    .launch()
                    .awaitPhase("READY");
            opened.awaitAllReady();
            DrillCenter.as("crisis-manager")
                    .post(opened.path() + "/gate/overrides", Map.of("check", "seats", "reason", "a test"))
                    .expect(200);
            center = opened.open();
        }
        return center;
    }
}
