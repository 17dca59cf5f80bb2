package io.tocsin.campaign;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.CarrierTokens;
import io.tocsin.platform.Mode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** The carrier's webhooks on calls of ours: signed, never an error for the called person, on virtual threads. */
@ApplicationScoped
class CallRoutes {
    private static final Logger LOG = Logger.getLogger(CallRoutes.class);
    private static final int LARGEST_BODY = 64 * 1024;
    /** Ahead of log-in, REST and their meters, which would keep a meter for each call's address. */
    private static final int BEFORE_ALL_ELSE = -100_000;

    private final CallDesk desk;
    private final Attempts attempts;
    private final CallPaths paths;
    private final CarrierTokens tokens;
    private final Counter answered;
    private final Counter refused;
    private final Counter broken;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CallRoutes(CallDesk desk, Attempts attempts, CallPaths paths, CarrierTokens tokens, MeterRegistry metrics) {
        this.desk = desk;
        this.attempts = attempts;
        this.paths = paths;
        this.tokens = tokens;
        this.answered = metrics.counter("tocsin.campaign.webhooks", "result", "answered");
        this.refused = metrics.counter("tocsin.campaign.webhooks", "result", "refused");
        this.broken = metrics.counter("tocsin.campaign.webhooks", "result", "broken");
    }

    void install(@Observes Router router) {
        router.routeWithRegex(CallPaths.PREFIX + ".+").order(BEFORE_ALL_ELSE).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.POST) {
            context.response().setStatusCode(405).end();
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() > 6 || Integer.parseInt(length.replaceAll("\\D", "0")) > LARGEST_BODY) {
            context.response().setStatusCode(413).end();
            return;
        }
        request.bodyHandler(body -> threads.execute(() -> answer(context, body)));
        request.resume();
    }

    private void answer(RoutingContext context, Buffer body) {
        HttpServerRequest request = context.request();
        Optional<CarrierForm> form = form(body);
        Optional<CallUrl> url = CallUrl.parse(request.path(), request.query());
        try {
            Optional<CallAttempt> attempt = url.flatMap(u -> attempts.find(u.attemptId()));
            if (form.isEmpty() || !isGenuine(attempt.map(CallAttempt::mode), request, form.get())) {
                refused.increment();
                context.response().setStatusCode(403).end();
                return;
            }
            reply(
                    context,
                    attempt.isEmpty() ? CallFallback.GOODBYE : desk.answer(attempt.get(), url.get(), form.get()));
        } catch (RuntimeException e) {
            broken.increment();
            LOG.errorf(e, "a called person could not be answered as they should path=%s", request.path());
            if (url.map(u -> u.step() == CallStep.STATUS).orElse(false)) {
                // Not taken: the carrier tells it again, or the look-up finds it.
                context.response().setStatusCode(503).end();
            } else {
                reply(context, CallFallback.GOODBYE);
            }
        }
    }

    /** @param mode empty if the call is not known: then either account may sign */
    private boolean isGenuine(Optional<Mode> mode, HttpServerRequest request, CarrierForm form) {
        String address = paths.baseUrl() + request.uri();
        String signature = request.getHeader(CarrierSignature.HEADER);
        return mode.map(m -> CarrierSignature.valid(tokens.authToken(m), address, form.entries(), signature))
                .orElseGet(() -> CarrierSignature.valid(tokens.authToken(Mode.LIVE), address, form.entries(), signature)
                        || CarrierSignature.valid(tokens.authToken(Mode.DRILL), address, form.entries(), signature));
    }

    private static Optional<CarrierForm> form(Buffer body) {
        try {
            return Optional.of(CarrierForm.parse(body.toString(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void reply(RoutingContext context, String twiml) {
        answered.increment();
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/xml; charset=utf-8")
                .end(twiml);
    }
}
