package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * An agent who has picked up, and the caller who waits, in a conference named by the task. Source: Twilio, "Contact center
 * blueprint", call set-up using a conference bridge; "Reservations", conference instruction.
 */
@ApplicationScoped
class ConferenceOffers {
    private final Conferences conferences;
    private final LiveCalls calls;
    private final AgentPhones agents;

    ConferenceOffers(Conferences conferences, LiveCalls calls, AgentPhones agents) {
        this.conferences = conferences;
        this.calls = calls;
        this.agents = agents;
    }

    /**
     * Until the conference is over.
     *
     * @return false where the caller was gone
     */
    boolean meet(Thing task, Thing worker, JsonNode instruction, Phone phone, String address) {
        Conference conference = conferences.open(
                task.sid(),
                instruction.path("conference_status_callback").asText(""),
                Set.copyOf(List.of(instruction
                        .path("conference_status_callback_event")
                        .asText("")
                        .split("[ ,]+"))));
        CompletableFuture<Void> over = new CompletableFuture<>();
        String agent = Sids.next(Thing.Kind.CALL);
        boolean agentEnds = instruction.path("end_conference_on_exit").asBoolean(true);
        conference.join(new Conference.Guest(agent, "", false, agentEnds, false, () -> over.complete(null)));
        String caller = task.text("call_sid");
        boolean callerEnds = instruction.path("end_conference_on_customer_exit").asBoolean(false);
        Conference.Guest guest = new Conference.Guest(
                caller, "", false, callerEnds, false, () -> calls.signal(caller, new Signal.Released()));
        boolean met = calls.signal(caller, new Signal.Conferenced(worker.sid(), worker.name(), conference, guest));
        if (!met) {
            over.complete(null);
        }
        agents.talk(phone, address, over);
        conference.leave(agent);
        return met;
    }
}
