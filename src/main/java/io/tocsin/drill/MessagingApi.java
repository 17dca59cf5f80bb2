package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Messages of the 2010 API; messaging services and their senders of {@code messaging.twilio.com}. */
@ApplicationScoped
class MessagingApi implements CarrierApi {
    private static final String[] SETTINGS = {
        "FriendlyName", "InboundRequestUrl", "InboundMethod", "FallbackUrl", "StatusCallback", "Usecase"
    };

    private final Things things;
    private final Messages messages;
    private final DrillConfig config;
    private final Clock clock;

    MessagingApi(Things things, Messages messages, DrillConfig config, Clock clock) {
        this.things = things;
        this.messages = messages;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public boolean serves(CarrierRequest request) {
        List<String> path = request.path();
        return path.size() > 1
                        && request.domain().equals("messaging")
                        && path.get(1).equals("Services")
                || path.size() > 3
                        && request.domain().equals("api")
                        && path.get(3).equals("Messages");
    }

    @Override
    public CarrierAnswer answer(CarrierRequest request) {
        if (request.domain().equals("api")) {
            return message(request);
        }
        return switch (request.path().size()) {
            case 2 -> services(request);
            case 3 -> service(request, need(request.at(2)));
            case 4 -> senders(request, need(request.at(2)));
            case 5 -> sender(request, need(request.at(2)));
            default -> throw CarrierError.notFound();
        };
    }

    private CarrierAnswer message(CarrierRequest request) {
        if (request.method().equals("POST") && request.path().size() == 4) {
            Thing sent = messages.send(
                    request.required("To"),
                    request.parameter("From", ""),
                    request.parameter("MessagingServiceSid", ""),
                    request.required("Body"),
                    request.parameter("StatusCallback", ""));
            return CarrierAnswer.created(sent.doc());
        }
        if (request.path().size() == 5) {
            return CarrierAnswer.ok(things.get(Thing.Kind.MESSAGE, request.at(4))
                    .orElseThrow(CarrierError::notFound)
                    .doc());
        }
        int size = Docs.pageSize(request);
        return Docs.olderPage(
                request,
                "messages",
                offset -> things.list(Thing.Kind.MESSAGE, "", request.parameter("To"), null, offset, size + 1),
                size);
    }

    private CarrierAnswer services(CarrierRequest request) {
        if (request.method().equals("GET")) {
            int size = Docs.pageSize(request);
            return Docs.page(
                    request,
                    "services",
                    offset -> things.list(Thing.Kind.SERVICE, "", null, null, offset, size + 1),
                    size);
        }
        String name = request.required("FriendlyName");
        ObjectNode doc = Docs.taken(request, SETTINGS);
        String sid = Sids.next(Thing.Kind.SERVICE);
        doc.put("sid", sid);
        doc.put("account_sid", config.accountSid());
        doc.put("use_inbound_webhook_on_number", request.flag("UseInboundWebhookOnNumber", false));
        doc.put("date_created", Docs.date(clock.instant()));
        doc.put("date_updated", Docs.date(clock.instant()));
        things.add(new Thing(sid, Thing.Kind.SERVICE, "", name, null, "", 0, doc, clock.instant()));
        return CarrierAnswer.created(doc);
    }

    private CarrierAnswer service(CarrierRequest request, Thing service) {
        switch (request.method()) {
            case "DELETE" -> {
                things.remove(service.sid());
                return CarrierAnswer.none();
            }
            case "POST" -> {
                ObjectNode fields = Docs.taken(request, SETTINGS);
                fields.put("date_updated", Docs.date(clock.instant()));
                if (request.parameter("UseInboundWebhookOnNumber") != null) {
                    fields.put("use_inbound_webhook_on_number", request.flag("UseInboundWebhookOnNumber", false));
                }
                things.change(service, fields, request.parameter("FriendlyName", service.name()), null);
                service.doc().setAll(fields);
                return CarrierAnswer.ok(service.doc());
            }
            default -> {
                return CarrierAnswer.ok(service.doc());
            }
        }
    }

    private CarrierAnswer senders(CarrierRequest request, Thing service) {
        if (request.method().equals("GET")) {
            int size = Docs.pageSize(request);
            return Docs.page(
                    request,
                    "phone_numbers",
                    offset -> things.list(Thing.Kind.SENDER, service.sid(), null, null, offset, size + 1),
                    size);
        }
        Thing number = things.get(Thing.Kind.NUMBER, request.required("PhoneNumberSid"))
                .orElseThrow(CarrierError::notFound);
        ObjectNode doc = Json.object();
        doc.put("sid", number.sid());
        doc.put("account_sid", config.accountSid());
        doc.put("service_sid", service.sid());
        doc.put("phone_number", number.place());
        doc.put("date_created", Docs.date(clock.instant()));
        doc.put("date_updated", Docs.date(clock.instant()));
        String own = service.sid() + ":" + number.sid();
        if (!things.add(
                new Thing(own, Thing.Kind.SENDER, service.sid(), "", number.place(), "", 0, doc, clock.instant()))) {
            throw new CarrierError(409, 21710, "Phone Number is already in the Messaging Service");
        }
        return CarrierAnswer.created(doc);
    }

    private CarrierAnswer sender(CarrierRequest request, Thing service) {
        Thing sender = things.get(Thing.Kind.SENDER, service.sid() + ":" + request.at(4))
                .orElseThrow(CarrierError::notFound);
        if (request.method().equals("DELETE")) {
            things.remove(sender.sid());
            return CarrierAnswer.none();
        }
        return CarrierAnswer.ok(sender.doc());
    }

    private Thing need(String serviceSid) {
        return things.get(Thing.Kind.SERVICE, serviceSid).orElseThrow(CarrierError::notFound);
    }
}
