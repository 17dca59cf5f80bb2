package io.tocsin.drill;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * How well the drill carrier works at present.
 *
 * @param latencyMs time that each REST call takes
 * @param callsPerSecond more than this is answered with 429
 * @param concurrency more than this at once is answered with 429
 * @param failureRate share of calls answered with 500 before anything is done, 0 to 1
 * @param lostAnswerRate share of calls that are carried out but whose answer never arrives, 0 to 1
 * @param lostAnswerHangMs how long a lost answer keeps its caller waiting; 0 cuts the connection at once
 * @param unavailable the carrier answers everything with 503
 * @param emptyStock what it has no numbers of: {@code US}, {@code US/local}, {@code JP/toll_free}
 * @param bundleRequired what it sells only with a regulatory bundle, in the same words
 * @param speed how much faster than life time passes in calls
 */
public record Behaviour(
        int latencyMs,
        int callsPerSecond,
        int concurrency,
        double failureRate,
        double lostAnswerRate,
        int lostAnswerHangMs,
        boolean unavailable,
        List<String> emptyStock,
        List<String> bundleRequired,
        double speed) {
    public Behaviour {
        emptyStock = emptyStock == null ? List.of() : List.copyOf(emptyStock);
        bundleRequired = bundleRequired == null ? List.of() : List.copyOf(bundleRequired);
    }

    static Behaviour configured(DrillConfig config) {
        return new Behaviour(
                config.latencyMs(),
                config.callsPerSecond(),
                config.concurrency(),
                0,
                0,
                0,
                false,
                List.of(),
                List.of(),
                config.speed());
    }

    boolean outOfStock(String country, String type) {
        return emptyStock.contains(country) || emptyStock.contains(country + "/" + type);
    }

    boolean needsBundle(String country, String type) {
        return bundleRequired.contains(country) || bundleRequired.contains(country + "/" + type);
    }

    void check() {
        List<Violation> violations = new ArrayList<>();
        if (latencyMs < 0 || latencyMs > 60_000) {
            violations.add(Violation.of("latencyMs", "Give 0 to 60000 milliseconds", "0〜60000 ミリ秒で指定してください"));
        }
        if (callsPerSecond < 1) {
            violations.add(Violation.of("callsPerSecond", "Give at least 1", "1 以上を指定してください"));
        }
        if (concurrency < 1) {
            violations.add(Violation.of("concurrency", "Give at least 1", "1 以上を指定してください"));
        }
        if (failureRate < 0 || failureRate > 1) {
            violations.add(Violation.of("failureRate", "Give a share from 0 to 1", "0〜1 の割合で指定してください"));
        }
        if (lostAnswerRate < 0 || lostAnswerRate > 1) {
            violations.add(Violation.of("lostAnswerRate", "Give a share from 0 to 1", "0〜1 の割合で指定してください"));
        }
        if (lostAnswerHangMs < 0 || lostAnswerHangMs > 120_000) {
            violations.add(Violation.of("lostAnswerHangMs", "Give 0 to 120000 milliseconds", "0〜120000 ミリ秒で指定してください"));
        }
        if (speed <= 0 || speed > 1000) {
            violations.add(Violation.of("speed", "Give more than 0, at most 1000", "0 より大きく 1000 以下で指定してください"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "behaviour-invalid",
                    Phrase.of("The drill carrier cannot behave like this", "訓練用キャリアの動作設定に誤りがあります"),
                    violations);
        }
    }
}
