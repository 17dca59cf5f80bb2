package io.tocsin.ivr;

import io.tocsin.ivr.Walk.Failure;
import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.CarrierTokens;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.PublicUrl;
import io.tocsin.platform.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes every branch of a center's published script through its real webhooks, as the carrier would: over the public
 * base URL, signed, time-outs and wrong keys included, in every language. Marked, so that nothing counts as a call.
 */
@ApplicationScoped
public class ScriptWalker {
    private static final int AT_ONCE = 16;
    /** A replica serves the open centers of a few organizations. */
    private static final int REMEMBERED = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LiveScripts scripts;
    private final CarrierTokens tokens;
    private final String baseUrl;
    private final Clock clock;
    private final Remembered<Lately, Walk> walks = new Remembered<>(REMEMBERED);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    ScriptWalker(
            LiveScripts scripts,
            CarrierTokens tokens,
            @ConfigProperty(name = "tocsin.public-base-url") PublicUrl publicBaseUrl,
            Clock clock) {
        this.clock = clock;
        this.scripts = scripts;
        this.tokens = tokens;
        this.baseUrl = publicBaseUrl.base();
    }

    /** Takes well under a second for a script of usual size; at most 15 s for each answer that does not come. */
    public Walk walk(UUID centerId) {
        LiveScript live = scripts.get(centerId);
        if (live == null) {
            return notWalked(
                    Phrase.of("The center has no published script", "公開済みの電話スクリプトがありません"),
                    Phrase.of(
                            "Wait until the telephone script is ready, or see why it is not in the list of resources",
                            "電話スクリプトの準備完了を待つか、リソース一覧で原因を確認してください"));
        }
        if (tokens.authToken(live.publication().mode()).isEmpty()) {
            return notWalked(
                    Phrase.of("No webhook of this account can be signed", "このアカウントの Webhook に署名できません"),
                    Phrase.of(
                            "Set the auth token of the account that the center's mode uses",
                            "センターのモードに対応するアカウントの認証トークンを設定してください"));
        }
        List<Leg> legs = Itinerary.of(live);
        Semaphore atOnce = new Semaphore(AT_ONCE);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Failure>> answers = new ArrayList<>();
            for (Leg leg : legs) {
                atOnce.acquire();
                answers.add(pool.submit(() -> {
                    try {
                        return take(live, leg);
                    } finally {
                        atOnce.release();
                    }
                }));
            }
            List<Failure> failures = new ArrayList<>();
            for (Future<Failure> answer : answers) {
                failures.add(answer.get());
            }
            return new Walk(
                    legs.size(), failures.stream().filter(Objects::nonNull).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the walk was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the walk failed", e.getCause());
        }
    }

    /**
     * For looking at a center that answers already: a walk of this minute through the same script does, as long as
     * nothing was wrong in it.
     */
    public Walk walkedLately(UUID centerId) {
        LiveScript live = scripts.get(centerId);
        if (live == null) {
            return walk(centerId);
        }
        Walk lately = walks.get(new Lately(live, clock.instant().getEpochSecond() / 60), () -> walk(centerId));
        return lately.failures().isEmpty() ? lately : walk(centerId);
    }

    private record Lately(LiveScript live, long minute) {}

    private static Walk notWalked(Phrase what, Phrase todo) {
        return new Walk(0, List.of(new Failure("", "", "", what, todo)));
    }

    /** Null if the caller is served. */
    private Failure take(LiveScript live, Leg leg) throws InterruptedException {
        UUID centerId = live.publication().centerId();
        String token = tokens.authToken(live.publication().mode());
        Map<String, String> form = new LinkedHashMap<>(leg.form());
        form.put("CallSid", "CAwalk");
        form.putIfAbsent("From", Itinerary.MOBILE);
        form.put(CarrierSignature.WALK_MARK, CarrierSignature.walkMark(token, centerId));
        String url = baseUrl + leg.path();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(CarrierSignature.HEADER, CarrierSignature.sign(token, url, form.entrySet()))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return LegCheck.wrong(leg, centerId, response.statusCode(), response.body())
                    .map(what -> failure(leg, what, todo(response.statusCode())))
                    .orElse(null);
        } catch (IOException e) {
            return failure(
                    leg,
                    Phrase.of("The webhook did not answer: %s", "Webhook が応答しません: %s")
                            .with(String.valueOf(e.getMessage())),
                    Phrase.of(
                            "Check that tocsin.public-base-url leads to this service, from outside as well",
                            "tocsin.public-base-url が外部からもこのサービスに届くことを確認してください"));
        }
    }

    private static Phrase todo(int status) {
        return status == 403
                ? Phrase.of(
                        "Check tocsin.public-base-url and the account's auth token: both must be what the carrier uses",
                        "tocsin.public-base-url とアカウントの認証トークンが、通信事業者側の設定と一致しているか確認してください")
                : Phrase.of(
                        "Correct this place in the pack's script.yaml or the fact it speaks, then publish again",
                        "パックの script.yaml の該当箇所か、読み上げる項目を直して、もう一度公開してください");
    }

    private static Failure failure(Leg leg, Phrase what, Phrase todo) {
        return new Failure(leg.branch().node(), leg.branch().label(), leg.language(), what, todo);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
