package io.tocsin.ivr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.Json;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Tells TaskRouter what to do once it has reserved an agent for a caller: ring the agent's telephone and connect the
 * two, in a conference where a supervisor may listen and the caller was told so, else directly. Source: Twilio,
 * "TaskRouter assignment callback", instructions {@code dequeue} and {@code conference}.
 */
@ApplicationScoped
class AssignmentDesk {
    /** How long the agent's telephone rings, in seconds, before the caller goes to another agent. */
    private static final int RING = 20;
    /** Worker attribute: SID of the activity that follows a call; see {@code SeatDesk}. */
    private static final String AFTER_CALL = "after_call";

    /** Task attribute: the caller heard that a supervisor may listen. */
    static final String TOLD = "toldOfListening";

    private final VoiceDesk voice;

    AssignmentDesk(VoiceDesk voice) {
        this.voice = voice;
    }

    /** @param live null if the center is not known; then the reservation is given back */
    Buffer answer(LiveScript live, UUID centerId, CarrierForm form) {
        JsonNode task = attributes(form.get("TaskAttributes"));
        JsonNode worker = attributes(form.get("WorkerAttributes"));
        if (live == null || worker.path("contact_uri").asText().isEmpty()) {
            return Buffer.buffer(Json.object().put("instruction", "reject").toString());
        }
        String call = task.path("call_sid").asText(task.path("callSid").asText());
        voice.assigned(centerId, call, form.get("WorkerSid"));
        return Buffer.buffer(instruction(live, task, worker, call).toString());
    }

    /** Pure. */
    static ObjectNode instruction(LiveScript live, JsonNode task, JsonNode worker, String call) {
        ObjectNode instruction = Json.object();
        if (live.listening() && task.path(TOLD).asBoolean()) {
            conference(instruction, live.conferenceUrl(VoiceDesk.callSid(call)));
        } else {
            instruction.put("instruction", "dequeue");
        }
        instruction.put("to", worker.path("contact_uri").asText());
        if (!live.publication().callerId().isEmpty()) {
            instruction.put("from", live.publication().callerId());
        }
        instruction.put("timeout", RING);
        // A seat that takes after-call work is offered nothing more before its agent says so.
        if (worker.path(AFTER_CALL).isTextual()) {
            instruction.put("post_work_activity_sid", worker.path(AFTER_CALL).asText());
        }
        return instruction;
    }

    /** Whoever of the two hangs up, the conversation is over for everybody. TaskRouter names it by the task's SID. */
    private static void conference(ObjectNode instruction, String reportTo) {
        instruction.put("instruction", "conference");
        instruction.put("beep", "false");
        instruction.put("end_conference_on_exit", true);
        instruction.put("end_conference_on_customer_exit", true);
        instruction.put("conference_status_callback", reportTo);
        instruction.put("conference_status_callback_event", "end");
    }

    private static JsonNode attributes(String json) {
        try {
            return json.isEmpty() ? Json.object() : Json.tree(json);
        } catch (IllegalArgumentException e) {
            return Json.object();
        }
    }
}
