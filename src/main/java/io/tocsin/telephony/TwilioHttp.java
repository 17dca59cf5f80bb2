package io.tocsin.telephony;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.VendorFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's way to the network: to the configured base URL instead of the host that the SDK has built in, within the
 * account's rate budget, once (the engine retries, and it looks first). An outcome that is no answer becomes a
 * {@link VendorFailure} here; answers with a Twilio error are left to the SDK. Blocking calls on virtual threads: with
 * the JDK's own client, which hands every answer from thread to thread, a message cost a fifth more of our processor.
 */
final class TwilioHttp extends HttpClient {
    private static final String BUILT_IN_SCHEME = "https://";
    private static final String BUILT_IN_DOMAIN = ".twilio.com/";
    /** Percent-encoded UTF-8, hence ASCII; the library's own constant would claim ISO-8859-1. */
    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    /** A connection that rested longer is looked at before use: the other side may have closed it. */
    private static final TimeValue RESTED = TimeValue.ofSeconds(1);

    private final Mode mode;
    private final String baseUrl;
    private final Semaphore inFlight;
    private final RateBudget budget;
    private final CarrierMeters meters;
    private final CloseableHttpClient network;

    TwilioHttp(Mode mode, String baseUrl, Duration timeout, int maxInFlight, RateBudget budget, CarrierMeters meters) {
        this.meters = meters;
        this.mode = mode;
        this.baseUrl = baseUrl;
        this.inFlight = new Semaphore(maxInFlight);
        this.budget = budget;
        this.network = network(Timeout.of(timeout), maxInFlight);
    }

    private static CloseableHttpClient network(Timeout timeout, int connections) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(timeout)
                                .setValidateAfterInactivity(RESTED)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("tocsin")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
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
        ClassicHttpRequest wanted = translated(request);
        try {
            inFlight.acquire();
            try {
                budget.take(mode);
                Answer answer = network.execute(wanted, Answer::read);
                meters.answered(answer.status());
                check(request.getMethod(), answer);
                return answer.sound() == null
                        ? new Response(answer.body(), answer.status())
                        : new Response(new ByteArrayInputStream(answer.sound()), answer.status());
            } finally {
                inFlight.release();
            }
        } catch (ConnectException
                | ConnectTimeoutException
                | NoRouteToHostException
                | UnknownHostException
                | SSLHandshakeException e) {
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

    /**
     * @param retryAfter as the carrier wrote it, or null
     * @param sound of a recording; null for all else, which is text
     */
    private record Answer(int status, String body, String retryAfter, byte[] sound) {
        static Answer read(ClassicHttpResponse response) throws IOException, HttpException {
            Header retryAfter = response.getFirstHeader("Retry-After");
            if (response.getEntity() != null
                    && response.getEntity().getContentType() != null
                    && response.getEntity().getContentType().startsWith("audio/")) {
                return new Answer(response.getCode(), "", null, EntityUtils.toByteArray(response.getEntity()));
            }
            String body = response.getEntity() == null
                    ? ""
                    : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
            return new Answer(response.getCode(), body, retryAfter == null ? null : retryAfter.getValue(), null);
        }
    }

    private void check(HttpMethod method, Answer answer) {
        int status = answer.status();
        if (status == 429) {
            Duration wait = retryAfter(answer.retryAfter());
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

    private ClassicHttpRequest translated(Request request) {
        ClassicRequestBuilder builder = ClassicRequestBuilder.create(
                        request.getMethod().toString())
                .setUri(address(request))
                .addHeader("Accept", "application/json");
        if (request.requiresAuthentication()) {
            builder.addHeader("Authorization", request.getAuthString());
        }
        for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
            header.getValue().forEach(value -> builder.addHeader(header.getKey(), value));
        }
        if (request.getMethod() == HttpMethod.POST) {
            builder.setEntity(new StringEntity(request.encodeFormBody(), FORM));
        }
        return builder.build();
    }

    private URI address(Request request) {
        String url = request.constructURL().toString();
        int domain = url.indexOf(BUILT_IN_DOMAIN);
        if (!url.startsWith(BUILT_IN_SCHEME) || domain < 0 || url.indexOf('/', BUILT_IN_SCHEME.length()) < domain) {
            throw new IllegalArgumentException("not an address of the carrier's API");
        }
        String product = url.substring(BUILT_IN_SCHEME.length(), domain);
        return URI.create(baseUrl.replace("{domain}", product) + url.substring(domain + BUILT_IN_DOMAIN.length() - 1));
    }

    private static Duration retryAfter(String seconds) {
        if (seconds == null) {
            return Duration.ofSeconds(1);
        }
        try {
            return Duration.ofSeconds(Math.clamp(Long.parseLong(seconds.strip()), 0, 300));
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
