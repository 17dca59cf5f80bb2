package io.tocsin.telephony;

import java.util.UUID;

/** Address of the webhook for what happens in a routing workspace, below the public base URL. */
public final class RoutingPaths {
    public static final String EVENTS = "/webhooks/twilio/routing/";

    private RoutingPaths() {}

    /** Where TaskRouter tells what becomes of tasks and workers: a workspace's {@code eventCallbackUrl}. */
    public static String events(UUID centerId) {
        return EVENTS + centerId;
    }
}
