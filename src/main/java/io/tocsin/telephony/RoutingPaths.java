package io.tocsin.telephony;

import java.util.UUID;

/** Address of the webhook for what happens in a routing workspace, below the public base URL. */
public final class RoutingPaths {
    public static final String EVENTS = "/webhooks/twilio/routing/";

    /** What is told; the rest of what happens in a workspace concerns nobody here. */
    static final String WANTED =
            "task.created,task.canceled,task.completed,task.wrapup,task.deleted,reservation.created,"
                    + "reservation.accepted,reservation.rejected,reservation.timeout,reservation.rescinded,reservation.canceled";

    private RoutingPaths() {}

    /** Where TaskRouter tells what becomes of tasks and workers: a workspace's {@code eventCallbackUrl}. */
    public static String events(UUID centerId) {
        return EVENTS + centerId;
    }
}
