package io.tocsin.seat;

import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.VendorFailure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.Supplier;

/** Says of a failed call to Keycloak what the engine and people need to know. */
final class KeycloakFailures {
    private KeycloakFailures() {}

    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException e) {
            throw ofStatus(e.getResponse().getStatus(), e);
        } catch (ProcessingException e) {
            throw isRefused(e)
                    ? new VendorFailure.Passing(Phrase.of("Keycloak cannot be reached.", "Keycloak に接続できません。"), e)
                    : new VendorFailure.Unknown(Phrase.of("Keycloak's answer was lost.", "Keycloak からの応答が失われました。"), e);
        }
    }

    static VendorFailure ofStatus(int status, Throwable cause) {
        return switch (status) {
            case 401, 403 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("Keycloak refuses Tocsin's credentials.", "Keycloak が Tocsin の認証情報を拒否しました。"),
                        Phrase.of(
                                "Check tocsin.keycloak.provisioner-secret and the roles of the client tocsin-provisioner, then try again.",
                                "tocsin.keycloak.provisioner-secret と tocsin-provisioner クライアントのロールを確認し、再試行してください。"));
            case 429 ->
                new VendorFailure.Throttled(
                        Phrase.of("Keycloak asks to go slower.", "Keycloak から減速を求められました。"), Duration.ofSeconds(1));
            case 400, 422 ->
                new VendorFailure.NeedsPerson(
                        Phrase.of("Keycloak refuses this person's data.", "Keycloak がこの人のデータを受け付けません。"),
                        Phrase.of(
                                "Check the person's name and e-mail address in the roster, then try again.",
                                "名簿の氏名とメールアドレスを確認し、再試行してください。"));
            case 503 ->
                new VendorFailure.Passing(
                        Phrase.of("Keycloak is not available for the moment.", "Keycloak が一時的に利用できません。"), cause);
            default ->
                new VendorFailure.Unknown(
                        Phrase.of("Keycloak answered with status %d.", "Keycloak がステータス %d を返しました。")
                                .with(status),
                        cause);
        };
    }

    private static boolean isRefused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
