package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Recordings of the 2010 API, and their sound. */
@ApplicationScoped
class RecordingsApi implements CarrierApi {
    private static final String SOUND = ".wav";

    private final Things things;

    RecordingsApi(Things things) {
        this.things = things;
    }

    /** Somebody spoke after the tone. */
    static Thing recording(String sid, String account, String callSid, int seconds, Clock clock) {
        ObjectNode doc = Json.object();
        doc.put("sid", sid);
        doc.put("account_sid", account);
        doc.put("api_version", "2010-04-01");
        doc.put("call_sid", callSid);
        doc.put("duration", Integer.toString(seconds));
        doc.put("channels", 1);
        doc.put("source", "RecordVerb");
        doc.put("status", "completed");
        doc.put("date_created", Docs.olderDate(clock.instant()));
        doc.put("date_updated", Docs.olderDate(clock.instant()));
        return new Thing(sid, Thing.Kind.RECORDING, "", callSid, null, "completed", 0, doc, clock.instant());
    }

    @Override
    public boolean serves(CarrierRequest request) {
        return request.domain().equals("api")
                && request.path().size() > 3
                && request.at(3).equals("Recordings");
    }

    @Override
    public CarrierAnswer answer(CarrierRequest request) {
        if (request.path().size() == 4) {
            int size = Docs.pageSize(request);
            return Docs.olderPage(
                    request,
                    "recordings",
                    offset ->
                            things.list(Thing.Kind.RECORDING, "", request.parameter("CallSid"), null, offset, size + 1),
                    size);
        }
        boolean sound = request.at(4).endsWith(SOUND);
        String sid = sound ? request.at(4).substring(0, request.at(4).length() - SOUND.length()) : request.at(4);
        Thing recording = things.get(Thing.Kind.RECORDING, sid).orElseThrow(CarrierError::notFound);
        if (request.method().equals("DELETE")) {
            things.remove(sid);
            return CarrierAnswer.none();
        }
        return sound
                ? new CarrierAnswer(200, Json.object(), Tone.wav(Integer.parseInt(recording.text("duration"))))
                : CarrierAnswer.ok(recording.doc());
    }
}
