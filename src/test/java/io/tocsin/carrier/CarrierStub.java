package io.tocsin.carrier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A carrier that does nothing but take messages: answers after a time, calls back twice per message, signed, loses an
 * answer now and then after doing the work, and keeps its own records.
 */
public final class CarrierStub implements AutoCloseable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final String token;
    private final int latencyMs;
    private final int losesOneIn;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient callbacks;
    private final AtomicLong serial = new AtomicLong();
    private final AtomicLong called = new AtomicLong();
    private final AtomicLong calledBack = new AtomicLong();
    private final AtomicLong callbacksLost = new AtomicLong();
    private final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final Map<String, List<Taken>> byNumber = new ConcurrentHashMap<>();
    private volatile boolean keepsRecords = true;

    /** A message as the carrier has it. */
    public record Taken(String sid, String to, String body, Instant at) {}

    /** @param losesOneIn loses one answer in so many; 0 for none */
    public CarrierStub(String token, int latencyMs, int losesOneIn) {
        this.token = token;
        this.latencyMs = latencyMs;
        this.losesOneIn = losesOneIn;
        this.callbacks = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setConnectTimeout(2_000)
                        .setIdleTimeout(30),
                new PoolOptions().setHttp1MaxSize(128));
        this.server = vertx.createHttpServer();
        try {
            server.requestHandler(this::receive)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the carrier stub does not start", e);
        }
    }

    /** For {@code tocsin.twilio.drill.base-url}. */
    public String baseUrl() {
        return url() + "/{domain}";
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void receive(HttpServerRequest request) {
        if (request.path().startsWith("/sink")) {
            request.response().setStatusCode(204).end();
        } else if (request.method() == HttpMethod.POST && request.path().contains("/Messages")) {
            arrivals.add(System.nanoTime());
            request.bodyHandler(body -> take(request, body));
        } else if (request.path().contains("/Messages")) {
            list(request);
        } else {
            request.response().setStatusCode(404).end("{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        }
    }

    private void take(HttpServerRequest request, Buffer body) {
        CarrierForm form = CarrierForm.parse(body.toString(StandardCharsets.UTF_8));
        long number = serial.incrementAndGet();
        String sid = String.format(Locale.ROOT, "SM%032x", number);
        Taken taken = new Taken(sid, form.get("To"), form.get("Body"), Instant.now());
        called.incrementAndGet();
        if (keepsRecords) {
            byNumber.computeIfAbsent(taken.to(), k -> new CopyOnWriteArrayList<>())
                    .add(taken);
        }
        String callback = form.get("StatusCallback");
        vertx.setTimer(Math.max(1, latencyMs), t -> {
            if (losesOneIn > 0 && number % losesOneIn == 0) {
                request.connection().close();
            } else {
                request.response()
                        .setStatusCode(201)
                        .putHeader("Content-Type", "application/json")
                        .end(document(taken).toString());
            }
            tell(callback, taken, "sent").onComplete(x -> tell(callback, taken, "delivered"));
        });
    }

    private io.vertx.core.Future<Void> tell(String url, Taken message, String status) {
        if (url.isEmpty()) {
            return io.vertx.core.Future.succeededFuture();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", "ACd0000000000000000000000000000000");
        fields.put("ApiVersion", "2010-04-01");
        fields.put("From", "+12025550100");
        fields.put("To", message.to());
        fields.put("MessageSid", message.sid());
        fields.put("MessageStatus", status);
        fields.put("SmsSid", message.sid());
        fields.put("SmsStatus", status);
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        URI address = URI.create(url);
        return callbacks
                .request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(address.getHost())
                        .setPort(address.getPort())
                        .setURI(address.getRawPath()
                                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                        .setTimeout(15_000))
                .compose(request -> request.putHeader(
                                "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .putHeader(CarrierSignature.HEADER, CarrierSignature.sign(token, url, fields.entrySet()))
                        .send(Buffer.buffer(form.toString())))
                .compose(response -> response.body().map(ignored -> {
                    if (response.statusCode() < 300) {
                        calledBack.incrementAndGet();
                    } else {
                        callbacksLost.incrementAndGet();
                    }
                    return (Void) null;
                }))
                .onFailure(e -> callbacksLost.incrementAndGet());
    }

    private void list(HttpServerRequest request) {
        ObjectNode page = Json.object();
        ArrayNode messages = page.putArray("messages");
        byNumber.getOrDefault(request.getParam("To", ""), List.of()).forEach(t -> messages.add(document(t)));
        page.put("page", 0).put("page_size", 1000).put("start", 0).put("end", messages.size() - 1);
        page.put("uri", request.uri()).put("first_page_uri", request.uri());
        page.putNull("next_page_uri").putNull("previous_page_uri");
        request.response().putHeader("Content-Type", "application/json").end(page.toString());
    }

    private static ObjectNode document(Taken taken) {
        ObjectNode doc = Json.object();
        doc.put("sid", taken.sid()).put("account_sid", "ACd0000000000000000000000000000000");
        doc.put("api_version", "2010-04-01").put("to", taken.to()).put("from", "+12025550100");
        doc.put("body", taken.body()).put("direction", "outbound-api").put("status", "delivered");
        doc.put("num_segments", "1").put("num_media", "0");
        doc.put("date_created", DATE.format(taken.at())).put("date_updated", DATE.format(taken.at()));
        return doc;
    }

    /** Messages taken, by its own records. */
    public long taken() {
        return called.get();
    }

    public long calledBack() {
        return calledBack.get();
    }

    public long callbacksLost() {
        return callbacksLost.get();
    }

    /** Numbers that got the same words more than once. */
    public List<String> doubled() {
        List<String> doubled = new ArrayList<>();
        byNumber.forEach((number, messages) -> {
            if (messages.stream().map(Taken::body).distinct().count() < messages.size()) {
                doubled.add(number);
            }
        });
        return doubled;
    }

    public boolean has(String number) {
        return byNumber.containsKey(number);
    }

    /** The most calls that arrived within any one second. */
    public int mostInOneSecond() {
        long[] at = arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
        int most = 0;
        for (int first = 0, last = 0; last < at.length; last++) {
            while (at[last] - at[first] >= 1_000_000_000L) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** Messages per second between two shares of all that arrived: without the beginning and the end. */
    public double steadyRate(double from, double to) {
        long[] at = arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
        int first = (int) (at.length * from);
        int last = (int) (at.length * to) - 1;
        return (last - first) / ((at[last] - at[first]) / 1e9);
    }

    public void forget(boolean keepRecords) {
        keepsRecords = keepRecords;
        byNumber.clear();
        arrivals.clear();
        called.set(0);
        calledBack.set(0);
        callbacksLost.set(0);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
