package io.tocsin.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that a carrier puts on its webhooks: HMAC-SHA1 with the account's token over the exact public URL and,
 * for forms, all fields sorted by name, name and value joined without separators, in Base64
 * (Twilio, "Webhooks security", header {@code X-Twilio-Signature}). A body that is no form is bound to the URL by a
 * {@code bodySHA256} query parameter instead.
 */
public final class CarrierSignature {
    public static final String HEADER = "X-Twilio-Signature";
    private static final String BODY_HASH = "bodySHA256=";
    private static final int MOST_TOKENS = 64;

    /** Keyed once per token and cloned per use: keying costs as much as signing, and virtual threads share these. */
    private static final Map<String, Mac> KEYED = new ConcurrentHashMap<>();

    private CarrierSignature() {}

    /** @param fields the decoded form fields; empty for GET (the query is part of the URL) and for other bodies */
    public static String sign(String token, String url, Map<String, String> fields) {
        return Base64.getEncoder().encodeToString(digest(token, url, fields));
    }

    public static boolean valid(String token, String url, Map<String, String> fields, String signature) {
        byte[] given = decode(signature);
        if (given == null) {
            return false;
        }
        return MessageDigest.isEqual(given, digest(token, url, fields))
                || MessageDigest.isEqual(given, digest(token, otherPort(url), fields));
    }

    /** For JSON bodies: the URL must carry {@code bodySHA256}, and it must be the body's. */
    public static boolean validBody(String token, String url, byte[] body, String signature) {
        int at = url.indexOf(BODY_HASH);
        if (at < 0) {
            return false;
        }
        String claimed = url.substring(at + BODY_HASH.length()).split("&", 2)[0];
        byte[] actual = bodySha256(body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(actual, claimed.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                && valid(token, url, Map.of(), signature);
    }

    /** Lower-case hex, as the {@code bodySHA256} parameter carries it. */
    public static String bodySha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String token, String url, Map<String, String> fields) {
        StringBuilder signed = new StringBuilder(512).append(url);
        if (!fields.isEmpty()) {
            new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        }
        return mac(token).doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(String token) {
        Mac keyed = KEYED.get(token);
        if (keyed == null) {
            if (KEYED.size() >= MOST_TOKENS) {
                KEYED.clear();
            }
            keyed = KEYED.computeIfAbsent(token, CarrierSignature::keyed);
        }
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            return keyed(token);
        }
    }

    private static Mac keyed(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("the account's token cannot be a key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String signature) {
        try {
            return signature == null || signature.isEmpty() ? null : Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The carrier signs with or without the standard port, depending on where it read the URL. */
    static String otherPort(String url) {
        java.net.URI uri = java.net.URI.create(url);
        boolean secure = "https".equals(uri.getScheme());
        int standard = secure ? 443 : 80;
        int hostEnd = uri.getScheme().length() + 3 + uri.getRawAuthority().length();
        if (uri.getPort() == standard) {
            String authority = uri.getRawAuthority();
            int colon = authority.lastIndexOf(':');
            return uri.getScheme() + "://" + authority.substring(0, colon) + url.substring(hostEnd);
        }
        return uri.getPort() == -1 ? url.substring(0, hostEnd) + ":" + standard + url.substring(hostEnd) : url;
    }
}
