package io.tocsin.center;

import io.tocsin.ivr.QueueNeed;
import io.tocsin.ivr.VoicePaths;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.seat.FilledSeat;
import io.tocsin.seat.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a center asks of the carrier, in the terms of the telephony room's drivers. */
final class CarrierSpecs {
    private CarrierSpecs() {}

    static Object workspace() {
        return Map.of();
    }

    static Object activity(String name, boolean available) {
        return Map.of("name", name, "available", available);
    }

    static Object queue(QueueNeed queue) {
        return Map.of("targetWorkers", queueExpression(queue));
    }

    /** Which seats answer a queue: by language, skill, and clearance where personal data is spoken of. */
    static String queueExpression(QueueNeed queue) {
        StringBuilder expression = new StringBuilder("languages HAS \"" + queue.language() + "\"");
        if (queue.skill() != null && !queue.skill().isBlank()) {
            expression.append(" AND skills HAS \"").append(queue.skill()).append('"');
        }
        if (queue.personalData()) {
            expression.append(" AND personal_data == true");
        }
        return expression.toString();
    }

    static Object workflow(List<QueueNeed> queues, String baseUrl, UUID centerId) {
        return Map.of(
                "assignmentCallbackUrl", baseUrl + VoicePaths.assignment(centerId),
                "filters", queues.stream().map(q -> Map.of("expression", "queue == \"" + q.name() + "\"", "queue", "queue/" + q.name(), "priority", q.priority())).toList());
    }

    static Object number(CapacityProfile.NumberNeed need, String baseUrl, UUID centerId, int quarantineDays) {
        return Map.of(
                "country", need.country(),
                "type", need.type(),
                "voiceUrl", baseUrl + VoicePaths.entry(centerId),
                "voiceFallbackUrl", baseUrl + VoicePaths.fallback(centerId),
                "statusCallback", baseUrl + VoicePaths.status(centerId),
                "quarantineDays", quarantineDays);
    }

    static Object messaging() {
        return Map.of();
    }

    static Object sender(String service, String number) {
        return Map.of("service", service, "number", number);
    }

    static Object worker(FilledSeat seat, Person person) {
        return Map.of(
                "languages", person.languages(),
                "skills", person.skills(),
                "personal_data", seat.need().personalData(),
                "contact_uri", person.ring(),
                "seat", seat.need().seatNo(),
                "person", person.id());
    }
}
