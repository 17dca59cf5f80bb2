package io.tocsin.telephony;

import com.twilio.http.TwilioRestClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.provisioning.VendorFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/**
 * Picks the account by a center's mode, and nothing else can: a LIVE center never reaches the drill carrier, a DRILL
 * center never a real one.
 */
@ApplicationScoped
public class TwilioAccounts {
    private final Map<Mode, TwilioAccount> accounts = new EnumMap<>(Mode.class);
    private final TwilioConfig config;

    TwilioAccounts(TwilioConfig config, RateBudget budget, MeterRegistry meters) {
        this.config = config;
        AccountChecks.check(config);
        open(Mode.LIVE, config.live(), config.live().baseUrl(), budget, meters);
        open(Mode.DRILL, config.drill(), config.drill().baseUrl(), budget, meters);
    }

    private void open(
            Mode mode, TwilioConfig.Account account, String baseUrl, RateBudget budget, MeterRegistry meters) {
        if (account.accountSid().isEmpty() || account.authToken().isEmpty()) {
            return;
        }
        String sid = account.accountSid().get();
        String token = account.authToken().get();
        TwilioHttp http = new TwilioHttp(
                mode, baseUrl, config.callTimeout(), account.maxInFlight(), budget, new CarrierMeters(mode, meters));
        TwilioRestClient client = new TwilioRestClient.Builder(sid, token)
                .accountSid(sid)
                .httpClient(http)
                .build();
        accounts.put(mode, new TwilioAccount(mode, sid, token, client));
    }

    public boolean isConfigured(Mode mode) {
        return accounts.containsKey(mode);
    }

    /** @throws ProblemException {@code carrier-account-missing} where the mode has no credentials */
    public TwilioAccount forMode(Mode mode) {
        TwilioAccount account = accounts.get(mode);
        if (account == null) {
            throw Problem.conflict("carrier-account-missing", missing(mode));
        }
        return account;
    }

    /** For drivers: the same as a failure that waits for a person. */
    TwilioAccount forWork(Mode mode) {
        TwilioAccount account = accounts.get(mode);
        if (account == null) {
            throw new VendorFailure.NeedsPerson(
                    missing(mode),
                    Phrase.of(
                            "Ask ops to set the account SID and token, then retry.",
                            "運用担当者にアカウント SID とトークンの設定を依頼し、再試行してください。"));
        }
        return account;
    }

    TwilioConfig.Account settings(Mode mode) {
        return switch (mode) {
            case LIVE -> config.live();
            case DRILL -> config.drill();
        };
    }

    private static Phrase missing(Mode mode) {
        return switch (mode) {
            case LIVE ->
                Phrase.of(
                        "No Twilio account is configured, so a live center cannot be launched. Set"
                                + " tocsin.twilio.live.account-sid and tocsin.twilio.live.auth-token, or rehearse in drill"
                                + " mode.",
                        "Twilio アカウントが設定されていないため、本番のセンターは起動できません。"
                                + "tocsin.twilio.live.account-sid と tocsin.twilio.live.auth-token を設定するか、訓練モードを使用してください。");
            case DRILL ->
                Phrase.of(
                        "The drill carrier has no account. Set tocsin.twilio.drill.account-sid and"
                                + " tocsin.twilio.drill.auth-token.",
                        "訓練用キャリアのアカウントがありません。"
                                + "tocsin.twilio.drill.account-sid と tocsin.twilio.drill.auth-token を設定してください。");
        };
    }
}
