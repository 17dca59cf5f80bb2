package io.tocsin.announcement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.CarrierTokens;
import io.tocsin.platform.Mode;
import io.tocsin.platform.PublicUrl;
import io.tocsin.telephony.MessagePaths;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the carrier tells of our messages, and what people write back. Signed over the public address; answered once it
 * is durable, so that the carrier tells again what we could not keep.
 */
@ApplicationScoped
class SmsWebhooks {
    private static final int LARGEST_BODY = 64 * 1024;

    private final DeliveryLedger ledger;
    private final Replies replies;
    private final CarrierTokens tokens;
    private final String baseUrl;
    private final Counter taken;
    private final Counter refused;
    private final Map<Mode, Gathering<Waiting>> reports = new EnumMap<>(Mode.class);

    SmsWebhooks(
            DeliveryLedger ledger,
            Replies replies,
            CarrierTokens tokens,
            AnnouncementConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.ledger = ledger;
        this.replies = replies;
        this.tokens = tokens;
        this.baseUrl = baseUrl.base();
        this.taken = meters.counter("tocsin.sms.webhooks", "result", "taken");
        this.refused = meters.counter("tocsin.sms.webhooks", "result", "refused");
        for (Mode mode : Mode.values()) {
            reports.put(
                    mode,
                    new Gathering<>(
                            "sms-reports-" + mode.name().toLowerCase(Locale.ROOT),
                            config.gather(),
                            batch -> write(mode, batch)));
        }
    }

    private record Waiting(Report report, HttpServerResponse response) {}

    void install(@Observes Router router) {
        reports.values().forEach(Gathering::start);
        router.route(MessagePaths.SMS + "*").handler(this::receive);
    }

    void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
        for (Gathering<Waiting> gathering : reports.values()) {
            gathering.stop();
        }
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.POST) {
            context.response().setStatusCode(405).end();
            return;
        }
        if (isTooLong(request)) {
            context.response().setStatusCode(413).end();
            return;
        }
        request.bodyHandler(body -> {
            try {
                take(request, context.response(), body);
            } catch (IllegalArgumentException e) {
                refuse(context.response(), 400);
            }
        });
        request.resume();
    }

    private static boolean isTooLong(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null
                    ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                    : Long.parseLong(length) > LARGEST_BODY;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private void take(HttpServerRequest request, HttpServerResponse response, Buffer body) {
        CarrierForm form = CarrierForm.parse(body.toString(StandardCharsets.UTF_8));
        String[] path = request.path().substring(MessagePaths.SMS.length()).split("/");
        if (path.length != 2) {
            refuse(response, 404);
        } else if (path[0].equals("reply")) {
            replies.take(UUID.fromString(path[1]), form, mode -> isGenuine(mode, request, form), response);
        } else if (path[1].equals("status")) {
            Mode mode = Mode.valueOf(path[0].toUpperCase(Locale.ROOT));
            if (isGenuine(mode, request, form)) {
                status(mode, request, form, response);
            } else {
                refuse(response, 403);
            }
        } else {
            refuse(response, 404);
        }
    }

    private boolean isGenuine(Mode mode, HttpServerRequest request, CarrierForm form) {
        return CarrierSignature.valid(
                tokens.authToken(mode),
                baseUrl + request.uri(),
                form.entries(),
                request.getHeader(CarrierSignature.HEADER));
    }

    private void status(Mode mode, HttpServerRequest request, CarrierForm form, HttpServerResponse response) {
        Report report = Report.of(
                UUID.fromString(request.getParam(MessagePaths.DELIVERY, "")),
                form.get("MessageStatus"),
                form.get("ErrorCode"),
                form.get("MessageSid"));
        if (report == null) {
            done(response);
        } else {
            reports.get(mode).add(new Waiting(report, response));
        }
    }

    private void write(Mode mode, List<Waiting> batch) throws SQLException {
        Map<UUID, Report> furthest = new HashMap<>();
        batch.forEach(w -> furthest.merge(w.report().deliveryId(), w.report(), Report::further));
        ledger.report(mode, furthest.values());
        batch.forEach(w -> done(w.response()));
    }

    private void done(HttpServerResponse response) {
        taken.increment();
        if (!response.closed()) {
            response.setStatusCode(204).end();
        }
    }

    private void refuse(HttpServerResponse response, int status) {
        refused.increment();
        response.setStatusCode(status).end();
    }
}
