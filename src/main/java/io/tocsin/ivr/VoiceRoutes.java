package io.tocsin.ivr;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.CarrierSignature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The carrier's voice webhooks, on the event loop: read, check the signature, answer from memory. A caller never meets
 * an error: what is not known is answered politely, and counted.
 */
@ApplicationScoped
class VoiceRoutes {
    private static final Logger LOG = Logger.getLogger(VoiceRoutes.class);
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int BEFORE_ALL_ELSE = -100_000;
    private static final CharSequence XML = HttpHeaders.createOptimized("text/xml; charset=utf-8");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final Buffer PONG = Buffer.buffer("ok");

    private final LiveScripts scripts;
    private final WebhookGuard guard;
    private final VoiceDesk voice;
    private final AssignmentDesk assignments;
    private final Counter answered;
    private final Counter refused;
    private final Counter lost;
    private final Counter unknown;

    VoiceRoutes(
            LiveScripts scripts,
            WebhookGuard guard,
            VoiceDesk voice,
            AssignmentDesk assignments,
            MeterRegistry metrics) {
        this.scripts = scripts;
        this.guard = guard;
        this.voice = voice;
        this.assignments = assignments;
        this.answered = metrics.counter("tocsin.ivr.webhooks", "result", "answered");
        this.refused = metrics.counter("tocsin.ivr.webhooks", "result", "refused");
        this.lost = metrics.counter("tocsin.ivr.webhooks", "result", "lost");
        this.unknown = metrics.counter("tocsin.ivr.webhooks", "result", "unknown-center");
    }

    /**
     * Ahead of what people's requests go through (log-in, REST, their meters): the carrier is known by its signature, and
     * what those handlers allocate for a request was most of the collector's work while callers waited.
     */
    void install(@Observes Router router) {
        router.routeWithRegex("/webhooks/twilio/(?:voice|assignment)/.+")
                .order(BEFORE_ALL_ELSE)
                .handler(this::receive);
        router.route("/webhooks/ping").order(BEFORE_ALL_ELSE).handler(context -> context.response()
                .end(PONG));
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.POST) {
            context.response().setStatusCode(405).end();
            return;
        }
        if (length(request) > LARGEST_BODY) {
            context.response().setStatusCode(413).end();
            return;
        }
        request.bodyHandler(body -> {
            try {
                answer(context, body);
            } catch (RuntimeException e) {
                LOG.error("a webhook could not be answered as it should", e);
                reply(context, XML, StaticAnswers.NOT_IN_USE_ANSWER);
            }
        });
        request.resume();
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null
                    ? (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : Long.MAX_VALUE)
                    : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void answer(RoutingContext context, Buffer body) {
        HttpServerRequest request = context.request();
        String path = request.path();
        boolean assignment = path.startsWith(VoicePaths.ASSIGNMENT);
        VoiceUrl url = assignment ? null : VoiceUrl.parse(path, request.query());
        UUID centerId = assignment
                ? VoiceUrl.uuid(path.substring(VoicePaths.ASSIGNMENT.length()))
                : url == null ? null : url.centerId();
        LiveScript live = centerId == null ? null : scripts.get(centerId);
        CarrierForm form = form(body);
        if (form == null || !guard.genuine(live, request.uri(), form, request.getHeader(CarrierSignature.HEADER))) {
            refused.increment();
            context.response().setStatusCode(403).end();
        } else if (assignment) {
            reply(context, JSON, assignments.answer(live, centerId, form));
        } else if (url != null && url.node().equals("fallback")) {
            reply(context, XML, voice.fallback(centerId, form));
        } else if (live == null) {
            unknown.increment();
            reply(context, XML, StaticAnswers.NOT_IN_USE_ANSWER);
        } else if (url.node().equals("status")) {
            voice.ended(centerId, form);
            reply(context, XML, StaticAnswers.NOTHING);
        } else if (url.node().equals("conference")) {
            voice.conversed(centerId, url.call(), form);
            reply(context, XML, StaticAnswers.NOTHING);
        } else {
            VoiceDesk.Reply reply = voice.answer(live, url, form, guard.walks(live, centerId, form));
            if (reply.lost()) {
                lost.increment();
            }
            reply(context, XML, reply.twiml());
        }
    }

    private static CarrierForm form(Buffer body) {
        try {
            return CarrierForm.parse(body.toString(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void reply(RoutingContext context, CharSequence type, Buffer document) {
        answered.increment();
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(document);
    }
}
