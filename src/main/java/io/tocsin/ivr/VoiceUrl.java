package io.tocsin.ivr;

import java.util.UUID;

/**
 * A voice webhook's address, read.
 *
 * @param action null if there is no such action
 * @param call whose conversation is reported on; empty where the form says whose call it is
 */
record VoiceUrl(UUID centerId, String node, Action action, String language, int attempt, String call) {
    /** Null if the address is none of ours. */
    static VoiceUrl parse(String path, String query) {
        String[] parts = path.substring(VoicePaths.VOICE.length()).split("/", -1);
        UUID centerId = parts.length < 2 || parts.length > 3 ? null : uuid(parts[0]);
        if (centerId == null) {
            return null;
        }
        String language = "";
        int attempt = 1;
        String call = "";
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (parameter.startsWith("lang=")) {
                language = parameter.substring(5);
            } else if (parameter.startsWith("try=")) {
                attempt = attempt(parameter.substring(4));
            } else if (parameter.startsWith("call=")) {
                call = parameter.substring(5);
            }
        }
        Action action = parts.length == 2 ? Action.ENTER : parts[2].isEmpty() ? null : Action.fromPath(parts[2]);
        return new VoiceUrl(centerId, parts[1], action, language, attempt, call);
    }

    static UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** No script asks more than five times, so nothing above that needs telling apart. */
    private static int attempt(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), 1, 6);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
