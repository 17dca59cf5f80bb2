package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Text messages on their way: queued, sent, then what the recipient's phone makes of them, each told by callback. */
@ApplicationScoped
class Messages {
    private static final int SEGMENT = 153;
    private static final long STEP_MS = 1_000;

    private final Things things;
    private final Phones phones;
    private final Webhooks webhooks;
    private final Behaviours behaviours;
    private final DrillConfig config;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Messages(Things things, Phones phones, Webhooks webhooks, Behaviours behaviours, DrillConfig config, Clock clock) {
        this.things = things;
        this.phones = phones;
        this.webhooks = webhooks;
        this.behaviours = behaviours;
        this.config = config;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * @param from the sender; empty where a service picks it
     * @param serviceSid empty where none
     * @throws CarrierError 21211 for no phone number, 21610 for somebody who has opted out, 21703 for a service without
     *     senders
     */
    Thing send(String to, String from, String serviceSid, String body, String statusCallback) {
        if (!to.matches("\\+[1-9][0-9]{6,14}")) {
            throw new CarrierError(400, 21211, "Invalid 'To' Phone Number");
        }
        if (phones.at(to).sms().equals("refused")) {
            throw new CarrierError(400, 21610, "Attempt to send to unsubscribed recipient");
        }
        String sid = Sids.next(Thing.Kind.MESSAGE);
        ObjectNode doc = Json.object();
        doc.put("sid", sid);
        doc.put("account_sid", config.accountSid());
        doc.put("api_version", "2010-04-01");
        doc.put("to", to);
        doc.put("from", serviceSid.isEmpty() ? held(from) : sender(serviceSid));
        doc.put("messaging_service_sid", serviceSid.isEmpty() ? null : serviceSid);
        doc.put("body", body);
        doc.put("direction", "outbound-api");
        doc.put("status", serviceSid.isEmpty() ? "queued" : "accepted");
        doc.put("num_segments", Integer.toString(1 + Math.max(0, body.length() - 1) / SEGMENT));
        doc.put("num_media", "0");
        doc.put("status_callback", statusCallback);
        doc.put("date_created", Docs.olderDate(clock.instant()));
        doc.put("date_updated", Docs.olderDate(clock.instant()));
        Thing message = new Thing(
                sid, Thing.Kind.MESSAGE, "", to, null, doc.get("status").asText(), 0, doc, clock.instant());
        things.add(message);
        threads.execute(() -> travel(message));
        return message;
    }

    /** Words by which Twilio itself takes an opt-out, and takes it back. */
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

    private static final Set<String> START = Set.of("START", "UNSTOP", "YES");

    /**
     * A phone writes back to a number of ours. An opt-out is kept here as well, as the carrier does.
     *
     * @return the message's SID; empty where the number belongs to no messaging service
     */
    Optional<String> writeBack(String from, String to, String body) {
        Optional<Thing> sender = things.anywhere(Thing.Kind.SENDER, to);
        if (sender.isEmpty()) {
            return Optional.empty();
        }
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            phones.put(from, phones.at(from).withSms("refused"));
        } else if (START.contains(word)) {
            phones.put(from, phones.at(from).withSms("delivered"));
        }
        String url = things.get(Thing.Kind.SERVICE, sender.get().parent())
                .map(service -> service.text("inbound_request_url"))
                .orElse("");
        String sid = Sids.next(Thing.Kind.MESSAGE);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", config.accountSid());
        fields.put("Body", body);
        fields.put("From", from);
        fields.put("MessageSid", sid);
        fields.put("MessagingServiceSid", sender.get().parent());
        fields.put("NumMedia", "0");
        fields.put("To", to);
        webhooks.tell(url, fields);
        return Optional.of(sid);
    }

    /** What a crash left on its way goes on from where it was. */
    void resume() {
        things.anywhereInState(Thing.Kind.MESSAGE, "accepted", "queued", "sending", "sent")
                .forEach(message -> threads.execute(() -> travel(message)));
    }

    private void travel(Thing message) {
        String last = phones.at(message.text("to")).sms();
        String state = message.state();
        for (String next : List.of("sent", last)) {
            if (state.equals(next)) {
                continue;
            }
            CarrierGate.pause(Math.round(STEP_MS / behaviours.now().speed()));
            if (!things.move(message.sid(), state, next, Json.object().put("status", next))) {
                return;
            }
            state = next;
            webhooks.tell(message.text("status_callback"), fields(message, next));
        }
    }

    private Map<String, String> fields(Thing message, String status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", config.accountSid());
        fields.put("ApiVersion", "2010-04-01");
        fields.put("From", message.text("from"));
        fields.put("To", message.text("to"));
        fields.put("MessageSid", message.sid());
        fields.put("MessageStatus", status);
        fields.put("SmsSid", message.sid());
        fields.put("SmsStatus", status);
        if (!message.text("messaging_service_sid").isEmpty()) {
            fields.put("MessagingServiceSid", message.text("messaging_service_sid"));
        }
        if (status.equals("undelivered") || status.equals("failed")) {
            fields.put("ErrorCode", "30003");
        }
        return fields;
    }

    private String sender(String serviceSid) {
        if (things.get(Thing.Kind.SERVICE, serviceSid).isEmpty()) {
            throw CarrierError.notFound();
        }
        return things.list(Thing.Kind.SENDER, serviceSid, null, null, 0, 1).stream()
                .findFirst()
                .map(sender -> sender.text("phone_number"))
                .orElseThrow(() ->
                        new CarrierError(400, 21703, "The Messaging Service does not have a phone number available"));
    }

    private String held(String from) {
        if (things.list(Thing.Kind.NUMBER, "", null, from, 0, 1).isEmpty()) {
            throw new CarrierError(400, 21606, "The 'From' phone number is not one of yours");
        }
        return from;
    }
}
