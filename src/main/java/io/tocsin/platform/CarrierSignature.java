package io.tocsin.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The carrier's webhook signature ({@code X-Twilio-Signature}): Base64 of HMAC-SHA1, keyed with the account's auth
 * token, over the full URL followed by every form parameter's name and value in the order of names. A JSON body is not
 * part of it; its SHA-256 stands in the URL as {@code bodySHA256} instead. Source: Twilio, "Webhooks security".
 */
public final class CarrierSignature {
    public static final String HEADER = "X-Twilio-Signature";
    /** Form parameter that carries a {@link #walkMark}. */
    public static final String WALK_MARK = "TocsinWalk";

    private static final String BODY_HASH = "bodySHA256";
    /** Keyed Macs are costly to make and cheap to reuse; a process knows two tokens. */
    private static final ThreadLocal<Map<String, Mac>> MACS = ThreadLocal.withInitial(HashMap::new);

    private CarrierSignature() {}

    /**
     * @param url exactly as the carrier was told to call it, query included
     * @param form form parameters in any order, {@code Map.entrySet()} or a multimap's entries; empty for GET and JSON
     * @throws IllegalArgumentException if the token is empty
     */
    public static String sign(String authToken, String url, Collection<? extends Map.Entry<String, String>> form) {
        return Base64.getEncoder().encodeToString(digest(authToken, url, form));
    }

    /** Whether a request carries this account's signature; false for an empty token or a signature that is none. */
    public static boolean valid(
            String authToken, String url, Collection<? extends Map.Entry<String, String>> form, String signature) {
        if (authToken == null || authToken.isEmpty() || signature == null || signature.length() > 64) {
            return false;
        }
        byte[] given;
        try {
            given = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(digest(authToken, url, form), given);
    }

    /**
     * Marks a call as a rehearsal of this center's script ({@link #WALK_MARK}): such a call hears the script before the
     * center opens and is not counted. Only who knows the account's token can make it.
     */
    public static String walkMark(String authToken, UUID centerId) {
        return sign(authToken, "tocsin:walk:" + centerId, List.of());
    }

    /** The URL to call with a JSON body: carries the body's hash, and is what is then signed with an empty form. */
    public static String urlForBody(String url, byte[] body) {
        return url + (url.indexOf('?') < 0 ? '?' : '&') + BODY_HASH + '=' + Sha256.of(body);
    }

    /** Whether a JSON body is the one whose hash the signed URL carries. */
    public static boolean bodyMatches(String urlHash, byte[] body) {
        return urlHash != null
                && MessageDigest.isEqual(
                        Sha256.of(body).getBytes(StandardCharsets.US_ASCII),
                        urlHash.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] digest(String authToken, String url, Collection<? extends Map.Entry<String, String>> form) {
        if (authToken.isEmpty()) {
            throw new IllegalArgumentException("nothing can be signed with an empty token");
        }
        StringBuilder signed = new StringBuilder(url.length() + 64 * form.size()).append(url);
        if (!form.isEmpty()) {
            List<Map.Entry<String, String>> sorted = new ArrayList<>(form);
            sorted.sort(CarrierSignature::byNameThenValue);
            for (Map.Entry<String, String> parameter : sorted) {
                signed.append(parameter.getKey()).append(parameter.getValue());
            }
        }
        return MACS.get()
                .computeIfAbsent(authToken, CarrierSignature::keyed)
                .doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int byNameThenValue(Map.Entry<String, String> a, Map.Entry<String, String> b) {
        int byName = a.getKey().compareTo(b.getKey());
        return byName != 0 ? byName : a.getValue().compareTo(b.getValue());
    }

    private static Mac keyed(String authToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA1", e);
        }
    }
}
