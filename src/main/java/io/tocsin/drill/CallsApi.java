package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outbound calls of the 2010 API. */
@ApplicationScoped
class CallsApi implements CarrierApi {
    private final CallEngine engine;
    private final LiveCalls calls;
    private final Things things;
    private final HandPhones hands;

    CallsApi(CallEngine engine, LiveCalls calls, Things things, HandPhones hands) {
        this.hands = hands;
        this.engine = engine;
        this.calls = calls;
        this.things = things;
    }

    @Override
    public boolean serves(CarrierRequest request) {
        return request.domain().equals("api")
                && request.path().size() > 3
                && request.at(3).equals("Calls");
    }

    @Override
    public CarrierAnswer answer(CarrierRequest request) {
        if (request.path().size() == 4) {
            return request.method().equals("POST") ? create(request) : list(request);
        }
        Thing call = things.get(Thing.Kind.CALL, request.at(4)).orElseThrow(CarrierError::notFound);
        if (request.method().equals("POST")) {
            change(request, call);
        }
        // how it stands at this moment; only the beginning and the end are kept
        calls.get(call.sid()).map(line -> line.transcript().status()).ifPresent(now -> {
            if (now.equals("in-progress")) {
                call.doc().put("status", now);
            }
        });
        return CarrierAnswer.ok(call.doc());
    }

    private CarrierAnswer list(CarrierRequest request) {
        int size = Docs.pageSize(request);
        return Docs.olderPage(
                request,
                "calls",
                offset -> things.list(Thing.Kind.CALL, "", request.parameter("To"), null, offset, size + 1),
                size);
    }

    private CarrierAnswer create(CarrierRequest request) {
        String to = request.required("To");
        if (!to.matches("\\+[1-9][0-9]{6,14}|(sip|client):.+")) {
            throw new CarrierError(400, 21211, "Invalid 'To' Phone Number");
        }
        String from = request.required("From");
        if (things.list(Thing.Kind.NUMBER, "", null, from, 0, 1).isEmpty()) {
            throw new CarrierError(400, 21210, "'From' phone number not verified");
        }
        String twiml = request.parameter("Twiml", "");
        String url = twiml.isEmpty() ? request.required("Url") : "";
        CallPlan plan = new CallPlan(
                Sids.next(Thing.Kind.CALL),
                from,
                to,
                "outbound-api",
                url,
                request.parameter("Method", "POST"),
                twiml,
                request.parameter("FallbackUrl", ""),
                request.parameter("StatusCallback", ""),
                new Caller(List.of(), List.of(), ""),
                Map.of(),
                0,
                Set.of(),
                null);
        return CarrierAnswer.created(engine.dialOut(
                        plan,
                        request.parameter("MachineDetection", ""),
                        Duration.ofSeconds(Integer.parseInt(request.parameter("Timeout", "60"))))
                .doc());
    }

    private void change(CarrierRequest request, Thing call) {
        String url = request.parameter("Url");
        if (url != null) {
            calls.signal(call.sid(), new Signal.Redirected(url, request.parameter("Method", "POST")));
        } else if (List.of("completed", "canceled").contains(request.parameter("Status", ""))) {
            calls.signal(call.sid(), new Signal.Ended());
            hands.stopRinging(call.name());
        }
    }
}
