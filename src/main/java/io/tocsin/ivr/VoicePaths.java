package io.tocsin.ivr;

import java.util.UUID;

/** Addresses of the voice webhooks, below the public base URL. The caller's whole state stands in them. */
public final class VoicePaths {
    static final String VOICE = "/webhooks/twilio/voice/";
    static final String ASSIGNMENT = "/webhooks/twilio/assignment/";

    private VoicePaths() {}

    /** Where the carrier asks first when a call comes in: a number's {@code voiceUrl}. */
    public static String entry(UUID centerId) {
        return VOICE + centerId + "/entry";
    }

    /** Where the carrier turns when {@link #entry} fails: a number's {@code voiceFallbackUrl}. */
    public static String fallback(UUID centerId) {
        return VOICE + centerId + "/fallback";
    }

    /** Where the carrier reports a call's end: a number's {@code statusCallback}. */
    public static String status(UUID centerId) {
        return VOICE + centerId + "/status";
    }

    /** Where the carrier reports that a conversation in a conference is over; carries whose it was. */
    static String conference(UUID centerId, String callSid) {
        return VOICE + centerId + "/conference?call=" + callSid;
    }

    /** Where TaskRouter asks what to do with a reserved agent: a workflow's {@code assignmentCallbackUrl}. */
    public static String assignment(UUID centerId) {
        return ASSIGNMENT + centerId;
    }

    static String node(UUID centerId, String node, Action action, String language, int attempt) {
        StringBuilder path =
                new StringBuilder(VOICE).append(centerId).append('/').append(node);
        if (action != Action.ENTER) {
            path.append('/').append(action.path());
        }
        char separator = '?';
        if (!language.isEmpty()) {
            path.append(separator).append("lang=").append(language);
            separator = '&';
        }
        if (attempt > 1) {
            path.append(separator).append("try=").append(attempt);
        }
        return path.toString();
    }
}
