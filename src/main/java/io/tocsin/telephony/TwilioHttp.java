package io.tocsin.telephony;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.VendorFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SDK's way to the network: to the configured base URL instead of the host that the SDK has built in, within the
 * account's rate budget, once (the engine retries, and it looks first). An outcome that is no answer becomes a
 * {@link VendorFailure} here; answers with a Twilio error are left to the SDK.
 */
final class TwilioHttp extends HttpClient {
    private static final Pattern BUILT_IN = Pattern.compile("https://([a-z0-9.-]+)\\.twilio\\.com(/.*)");

    private final Mode mode;
    private final String baseUrl;
    private final Duration timeout;
    private final Semaphore inFlight;
    private final RateBudget budget;
    private final CarrierMeters meters;
    private final java.net.http.HttpClient network = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    TwilioHttp(Mode mode, String baseUrl, Duration timeout, int maxInFlight, RateBudget budget, CarrierMeters meters) {
        this.meters = meters;
        this.mode = mode;
        this.baseUrl = baseUrl;
        this.timeout = timeout;
        this.inFlight = new Semaphore(maxInFlight);
        this.budget = budget;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpRequest wanted = translated(request);
        try {
            inFlight.acquire();
            try {
                budget.take(mode);
                HttpResponse<String> response =
                        network.send(wanted, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                meters.answered(response.statusCode());
                check(request.getMethod(), response);
                return new Response(response.body(), response.statusCode());
            } finally {
                inFlight.release();
            }
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            meters.unreachable();
            throw new VendorFailure.Passing(unreachable(), e);
        } catch (IOException e) {
            meters.unknown();
            throw request.getMethod() == HttpMethod.GET
                    ? new VendorFailure.Passing(unreachable(), e)
                    : new VendorFailure.Unknown(noAnswer(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VendorFailure.Unknown(noAnswer(), e);
        }
    }

    private void check(HttpMethod method, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 429) {
            Duration wait = retryAfter(response);
            budget.slow(mode, wait);
            throw new VendorFailure.Throttled(
                    Phrase.of("The carrier asks us to go slower", "キャリアから速度を落とすよう求められました"), wait);
        }
        if (status == 503) {
            throw new VendorFailure.Passing(
                    Phrase.of("The carrier is out of service at present", "キャリアが一時的にサービスを停止しています"), null);
        }
        if (status >= 500) {
            Phrase failed = Phrase.of("The carrier failed (HTTP %d)", "キャリアで障害が発生しました（HTTP %d）")
                    .with(status);
            throw method == HttpMethod.GET
                    ? new VendorFailure.Passing(failed, null)
                    : new VendorFailure.Unknown(failed, null);
        }
    }

    private HttpRequest translated(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address(request))
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("User-Agent", "tocsin");
        if (request.requiresAuthentication()) {
            builder.header("Authorization", request.getAuthString());
        }
        for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
            header.getValue().forEach(value -> builder.header(header.getKey(), value));
        }
        if (request.getMethod() == HttpMethod.POST) {
            return builder.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
                    .build();
        }
        return builder.method(request.getMethod().toString(), HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private URI address(Request request) {
        String url = request.constructURL().toString();
        Matcher builtIn = BUILT_IN.matcher(url);
        if (!builtIn.matches()) {
            throw new IllegalArgumentException("not an address of the carrier's API");
        }
        return URI.create(baseUrl.replace("{domain}", builtIn.group(1)) + builtIn.group(2));
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Math.clamp(Long.parseLong(seconds.strip()), 0, 300)))
                    .orElse(Duration.ofSeconds(1));
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(1);
        }
    }

    private static Phrase unreachable() {
        return Phrase.of("The carrier cannot be reached", "キャリアに接続できません");
    }

    private static Phrase noAnswer() {
        return Phrase.of(
                "The carrier did not answer in time; whether it did the work is being looked up",
                "キャリアから時間内に応答がありませんでした。処理が行われたかを確認しています");
    }
}
