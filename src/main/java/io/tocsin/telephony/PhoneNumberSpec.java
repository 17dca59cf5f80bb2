package io.tocsin.telephony;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberCreator;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import io.tocsin.riskpack.NumberType;
import java.time.Instant;

/**
 * A number for a center.
 *
 * @param country two letters, upper case
 * @param voiceUrl asked when somebody calls
 * @param voiceFallbackUrl asked when {@code voiceUrl} fails; null for none
 * @param statusCallback told when a call has ended; null for none
 * @param smsUrl asked when a text message comes in; null for none
 * @param quarantineDays how long the number stays answered after the center is closed; null for 90
 * @param quarantineUntil goes before {@code quarantineDays}; null for none
 */
public record PhoneNumberSpec(
        String country,
        NumberType type,
        String voiceUrl,
        String voiceFallbackUrl,
        String statusCallback,
        String smsUrl,
        Integer quarantineDays,
        Instant quarantineUntil) {
    IncomingPhoneNumberUpdater applyTo(IncomingPhoneNumberUpdater updater) {
        return updater.setVoiceUrl(text(voiceUrl))
                .setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(text(voiceFallbackUrl))
                .setVoiceFallbackMethod(HttpMethod.POST)
                .setStatusCallback(text(statusCallback))
                .setSmsUrl(text(smsUrl));
    }

    IncomingPhoneNumberCreator applyTo(IncomingPhoneNumberCreator creator) {
        return creator.setVoiceUrl(text(voiceUrl))
                .setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(text(voiceFallbackUrl))
                .setVoiceFallbackMethod(HttpMethod.POST)
                .setStatusCallback(text(statusCallback))
                .setSmsUrl(text(smsUrl));
    }

    private static String text(String url) {
        return url == null ? "" : url;
    }
}
