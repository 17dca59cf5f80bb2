package io.tocsin.desk;

import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.CarrierTokens;
import io.tocsin.platform.Mode;
import io.tocsin.platform.PublicUrl;
import io.tocsin.platform.Sql;
import io.tocsin.telephony.RoutingPaths;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where the carrier tells what becomes of tasks and offers, and asks on agents' calls. Signed over the public address. */
@ApplicationScoped
class DeskWebhooks {
    private static final Logger LOG = Logger.getLogger(DeskWebhooks.class);
    private static final int LARGEST_BODY = 64 * 1024;

    private final RoutingEvents events;
    private final CallBackTalk callBacks;
    private final CarrierTokens tokens;
    private final Sql sql;
    private final String baseUrl;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DeskWebhooks(
            RoutingEvents events,
            CallBackTalk callBacks,
            CarrierTokens tokens,
            Sql sql,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.events = events;
        this.callBacks = callBacks;
        this.tokens = tokens;
        this.sql = sql;
        this.baseUrl = baseUrl.base();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    void install(@Observes Router router) {
        router.route(RoutingPaths.EVENTS + ":center").handler(context -> receive(context, this::event));
        router.route(CallBackPaths.PREFIX + ":center/:call/:step")
                .handler(context -> receive(context, this::onCallBack));
    }

    /** What a genuine request gets. */
    @FunctionalInterface
    private interface Answering {
        void answer(UUID centerId, CarrierForm form, RoutingContext context);
    }

    private void event(UUID centerId, CarrierForm form, RoutingContext context) {
        events.take(centerId, form);
        context.response().setStatusCode(204).end();
    }

    private void onCallBack(UUID centerId, CarrierForm form, RoutingContext context) {
        UUID call = UUID.fromString(context.pathParam("call"));
        CallBackPaths.Step step =
                CallBackPaths.Step.of(context.pathParam("step")).orElseThrow(IllegalArgumentException::new);
        context.response()
                .putHeader("Content-Type", "text/xml; charset=utf-8")
                .end(callBacks.answer(centerId, call, step, form));
    }

    private void receive(RoutingContext context, Answering answering) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (request.method() != HttpMethod.POST) {
            response.setStatusCode(405).end();
            return;
        }
        request.body().onSuccess(body -> {
            if (body.length() > LARGEST_BODY) {
                response.setStatusCode(413).end();
                return;
            }
            threads.execute(() -> {
                try {
                    UUID centerId = UUID.fromString(context.pathParam("center"));
                    CarrierForm form = CarrierForm.parse(body.toString(StandardCharsets.UTF_8));
                    if (isGenuine(centerId, form, request)) {
                        answering.answer(centerId, form, context);
                    } else {
                        response.setStatusCode(403).end();
                    }
                } catch (IllegalArgumentException e) {
                    response.setStatusCode(400).end();
                } catch (RuntimeException e) {
                    // Twilio tells an event once: what is lost here shows as a seat that does not follow its call.
                    LOG.warnf("the carrier was not answered path=%s cause=%s", request.path(), e.getMessage());
                    response.setStatusCode(503).end();
                }
            });
        });
        request.resume();
    }

    private boolean isGenuine(UUID centerId, CarrierForm form, HttpServerRequest request) {
        return sql.first(
                        "select mode from incident_center where id = ?",
                        row -> Mode.valueOf(row.getString(1)),
                        centerId)
                .filter(mode -> CarrierSignature.valid(
                        tokens.authToken(mode),
                        baseUrl + request.uri(),
                        form.entries(),
                        request.getHeader(CarrierSignature.HEADER)))
                .isPresent();
    }
}
