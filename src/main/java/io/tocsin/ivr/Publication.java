package io.tocsin.ivr;

import io.tocsin.platform.Mode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that is needed to answer a center's callers, self-contained and never changed once published.
 *
 * @param version what it was made from, for people: pack version and facts version
 * @param languages spoken, the first one for callers who never chose
 * @param script text of {@code script.yaml}
 * @param closing language to template of the closing message
 * @param words language to fact name to the fact as it is spoken
 * @param workflowSid TaskRouter workflow that callers are queued in
 * @param callerId the center's number in E.164, shown to agents and used to text from; empty if not known
 * @param emergencyNumber read out to callers in danger
 */
record Publication(
        UUID centerId,
        Mode mode,
        String version,
        List<String> languages,
        String script,
        Map<String, String> closing,
        Map<String, Map<String, Object>> words,
        String workflowSid,
        String callerId,
        String emergencyNumber) {
    Publication {
        languages = List.copyOf(languages);
        closing = Map.copyOf(closing);
    }
}
