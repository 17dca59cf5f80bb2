package io.tocsin.center;

import io.tocsin.ivr.QueueNeed;
import io.tocsin.ivr.VoicePaths;
import io.tocsin.platform.Json;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.seat.FilledSeat;
import io.tocsin.seat.Person;
import io.tocsin.telephony.MessagePaths;
import io.tocsin.telephony.MessagingSpecs;
import io.tocsin.telephony.PhoneNumberSpec;
import io.tocsin.telephony.RoutingPaths;
import io.tocsin.telephony.RoutingSpecs;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a center asks of the carrier, in the terms of the telephony room's drivers. */
final class CarrierSpecs {
    private final String baseUrl;
    private final UUID centerId;

    CarrierSpecs(String baseUrl, UUID centerId) {
        this.baseUrl = baseUrl;
        this.centerId = centerId;
    }

    Object workspace() {
        return new RoutingSpecs.WorkspaceSpec(baseUrl + RoutingPaths.events(centerId));
    }

    Object activity(boolean available) {
        return new RoutingSpecs.ActivitySpec(CenterPlan.WORKSPACE, available);
    }

    Object queue(QueueNeed queue) {
        return new RoutingSpecs.QueueSpec(CenterPlan.WORKSPACE, whoAnswers(queue), null);
    }

    /** Which seats answer a queue: by language and skill, and by clearance where personal data is spoken of. */
    static String whoAnswers(QueueNeed queue) {
        StringBuilder condition = new StringBuilder("languages HAS '" + queue.language() + "'");
        if (queue.demandsSkill()) {
            condition.append(" AND skills HAS '").append(queue.skill()).append('\'');
        }
        if (queue.personalData()) {
            condition.append(" AND personal_data == true");
        }
        return condition.toString();
    }

    Object workflow(List<QueueNeed> queues) {
        return new RoutingSpecs.WorkflowSpec(
                CenterPlan.WORKSPACE,
                baseUrl + VoicePaths.assignment(centerId),
                null,
                null,
                queues.stream()
                        .map(q -> new RoutingSpecs.Filter(
                                q.name(),
                                "queue == '" + q.name() + "'",
                                List.of(new RoutingSpecs.Target("queue/" + q.name(), null, q.priority(), null))))
                        .toList(),
                null);
    }

    Object number(CapacityProfile.NumberNeed need, int quarantineDays) {
        return new PhoneNumberSpec(
                need.country(),
                need.type(),
                baseUrl + VoicePaths.entry(centerId),
                baseUrl + VoicePaths.fallback(centerId),
                baseUrl + VoicePaths.status(centerId),
                null,
                quarantineDays,
                null);
    }

    Object messaging() {
        return new MessagingSpecs.ServiceSpec(null, baseUrl + MessagePaths.reply(centerId));
    }

    Object sender(String number) {
        return new MessagingSpecs.SenderSpec(CenterPlan.MESSAGING, number);
    }

    Object worker(FilledSeat seat, Person person) {
        return new RoutingSpecs.WorkerSpec(
                CenterPlan.WORKSPACE,
                null,
                Json.object(Map.of(
                        "languages", person.languages(),
                        "skills", person.skills(),
                        "personal_data", seat.need().personalData(),
                        "contact_uri", person.ring(),
                        "seat", seat.need().seatNo(),
                        "person", person.id())));
    }
}
