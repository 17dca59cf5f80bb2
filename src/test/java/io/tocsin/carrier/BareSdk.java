package io.tocsin.carrier;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.Header;

/** What anybody would write first: the SDK in a loop. */
public final class BareSdk {
    private static final String SID = "ACd0000000000000000000000000000000";

    private BareSdk() {}

    private static final class Network extends HttpClient {
        private final String baseUrl;
        private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();

        Network(String baseUrl) {
            this.baseUrl = baseUrl;
        }

        @Override
        public Response reliableRequest(Request request) {
            return makeRequest(request);
        }

        @Override
        public Response makeRequest(Request request) {
            URI there =
                    URI.create(request.constructURL().toString().replace("https://api.twilio.com", baseUrl + "/api"));
            try {
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(there)
                                .header("Authorization", request.getAuthString())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                return new Response(response.body(), response.statusCode(), new Header[0]);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Messages per second. */
    public static double send(String carrierUrl, String token, int messages, int atOnce, String body) {
        TwilioRestClient twilio = new TwilioRestClient.Builder(SID, token)
                .httpClient(new Network(carrierUrl))
                .build();
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> loops = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                loops.add(threads.submit(() -> {
                    int mine;
                    while ((mine = next.getAndIncrement()) < messages) {
                        Message.creator(new PhoneNumber("+8170%08d".formatted(mine)), "MG" + "0".repeat(32), body)
                                .setStatusCallback(carrierUrl + "/sink?d=" + mine)
                                .create(twilio);
                    }
                }));
            }
            for (Future<?> loop : loops) {
                loop.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the bare loop failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return messages / ((System.nanoTime() - began) / 1e9);
    }
}
