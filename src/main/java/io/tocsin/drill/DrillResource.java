package io.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person does to a drill: lets people call, says how agents' phones behave and how bad the carrier's day is. */
@Tag(name = "Drill", description = "Simulated callers, phones and carrier trouble; never part of a live center.")
@Path("/api/drill")
@RolesAllowed({"crisis-manager", "supervisor", "ops"})
@RunOnVirtualThread
public class DrillResource {
    private final DrillRole role;
    private final CallEngine engine;
    private final Things things;
    private final Phones phones;
    private final Behaviours behaviours;
    private final Messages messages;

    DrillResource(
            DrillRole role, CallEngine engine, Things things, Phones phones, Behaviours behaviours, Messages messages) {
        this.messages = messages;
        this.role = role;
        this.engine = engine;
        this.things = things;
        this.phones = phones;
        this.behaviours = behaviours;
    }

    /**
     * A simulated caller.
     *
     * @param to the number called, {@code centerNumber} being another name for it
     * @param from a fictional number is made up where it is missing
     * @param keys pressed one per question; {@code ""} or {@code silence} for none
     * @param answers keys by what the question says; these go before {@code keys}
     * @param language two letters; picks the language where a question offers several
     * @param impatienceSeconds life seconds in a queue before hanging up; 0 or missing for never
     */
    public record WantedCall(
            String to,
            String centerNumber,
            String from,
            List<String> keys,
            List<Caller.Answer> answers,
            String language,
            Double impatienceSeconds) {
        String number() {
            return to == null || to.isBlank() ? centerNumber : to;
        }
    }

    public record BegunCall(String id) {}

    @POST
    @Path("/calls")
    @Operation(summary = "Let somebody call a drill center")
    public Response call(WantedCall wanted) {
        mustPlay();
        String to = wanted == null ? null : wanted.number();
        Thing number = to == null
                ? null
                : things.list(Thing.Kind.NUMBER, "", null, to, 0, 1).stream()
                        .findFirst()
                        .orElse(null);
        if (number == null) {
            throw Problem.invalid(
                    "number-unknown",
                    Phrase.of("The drill carrier does not know this number", "訓練用キャリアにこの番号はありません"),
                    List.of(Violation.of(
                            "to", "Give a number of a drill center, as +81…", "訓練センターの番号を +81… の形で指定してください")));
        }
        String from = wanted.from() == null || wanted.from().isBlank() ? madeUp() : wanted.from();
        Caller caller = new Caller(
                wanted.keys() == null ? List.of() : wanted.keys(),
                wanted.answers() == null ? List.of() : wanted.answers(),
                wanted.language());
        String id = engine.dialIn(
                number, from, caller, wanted.impatienceSeconds() == null ? 0 : wanted.impatienceSeconds());
        return Response.created(URI.create("/api/drill/calls/" + id))
                .entity(new BegunCall(id))
                .build();
    }

    @GET
    @Path("/calls/{id}")
    @Operation(summary = "What was said, pressed and heard in a drill call")
    public ObjectNode transcript(@PathParam("id") String id) {
        return engine.transcript(id)
                .orElseThrow(() -> Problem.notFound(Phrase.of("There is no such drill call", "この訓練通話はありません")));
    }

    /** @param to a number of the center, {@code centerNumber} being another name for it */
    public record WrittenBack(String from, String to, String centerNumber, String body) {}

    public record Taken(String sid) {}

    @POST
    @Path("/messages")
    @Operation(summary = "Let a simulated phone write back to a drill center")
    public Response writeBack(WrittenBack reply) {
        mustPlay();
        String to = reply == null ? null : reply.to() == null ? reply.centerNumber() : reply.to();
        if (to == null || reply.from() == null || reply.body() == null) {
            throw Problem.invalid(
                    "message-incomplete",
                    Phrase.of("Nothing was sent", "送信していません"),
                    List.of(Violation.of("", "Give from, to and body", "from、to、body を指定してください")));
        }
        return messages.writeBack(reply.from(), to, reply.body())
                .map(sid -> Response.created(URI.create("/api/drill/messages/" + sid))
                        .entity(new Taken(sid))
                        .build())
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("No drill center sends SMS from this number", "この番号から SMS を送る訓練センターはありません")));
    }

    /** An agent's or recipient's phone, by number, {@code sip:} or {@code client:} address. */
    @PUT
    @Path("/phones/{uri:.+}")
    @Operation(summary = "Set how a simulated phone behaves")
    public Phone phone(@PathParam("uri") String uri, Phone phone) {
        Phone wanted = phone == null ? Phone.ORDINARY : phone;
        phones.put(uri, wanted);
        return wanted;
    }

    @GET
    @Path("/phones/{uri:.+}")
    @Operation(summary = "How a simulated phone behaves")
    public Phone phone(@PathParam("uri") String uri) {
        return phones.at(uri);
    }

    @GET
    @Path("/carrier/behaviour")
    @Operation(summary = "How the drill carrier behaves at present")
    public Behaviour behaviour() {
        return behaviours.now();
    }

    /** What is not named stays as it is. */
    @PUT
    @Path("/carrier/behaviour")
    @Operation(summary = "Make the drill carrier slow, strict or forgetful")
    public Behaviour behave(JsonNode wanted) {
        if (!(wanted instanceof ObjectNode)) {
            throw Problem.invalid(
                    "behaviour-invalid", Phrase.of("Send a JSON object", "JSON オブジェクトを送信してください"), List.of());
        }
        return behaviours.change(wanted);
    }

    @DELETE
    @Path("/carrier/behaviour")
    @Operation(summary = "The drill carrier's usual behaviour again")
    public Behaviour reset() {
        return behaviours.reset();
    }

    private void mustPlay() {
        if (!role.active()) {
            throw Problem.conflict(
                    "no-drill-carrier",
                    Phrase.of(
                            "This process does not play the drill carrier; add drill-carrier to tocsin.roles",
                            "このプロセスは訓練用キャリアではありません。tocsin.roles に drill-carrier を追加してください"));
        }
    }

    private static String madeUp() {
        return String.format(
                Locale.ROOT, "+1202555%04d", 100 + ThreadLocalRandom.current().nextInt(100));
    }
}
