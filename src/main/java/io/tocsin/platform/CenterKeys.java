package io.tocsin.platform;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Personal data at rest: one key set per center, wrapped by the master key ({@code tocsin.master-key}, 32 bytes in
 * base64url). Destroying a center's key set destroys all its personal data, backups included.
 */
@ApplicationScoped
public class CenterKeys {
    private final Sql sql;
    private final Clock clock;
    private final Aead master;
    private final SecretKeySpec lookupKey;
    private final Map<UUID, Aead> known = new ConcurrentHashMap<>();

    CenterKeys(Sql sql, Clock clock, @ConfigProperty(name = "tocsin.master-key") String masterKey)
            throws GeneralSecurityException {
        AeadConfig.register();
        this.sql = sql;
        this.clock = clock;
        byte[] key = Base64.getUrlDecoder().decode(masterKey);
        if (key.length != 32) {
            throw new IllegalArgumentException("tocsin.master-key must be 32 bytes in base64url, not " + key.length);
        }
        this.master = masterAead(key);
        this.lookupKey = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "tocsin lookup"), "HmacSHA256");
    }

    @AccessesPartialKey
    private static Aead masterAead(byte[] key) throws GeneralSecurityException {
        AesGcmKey wrapped = AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(32)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(wrapped).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** Makes the center's key set in the surrounding transaction; does nothing where there is one. */
    public void create(UUID centerId) {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, master, context(centerId));
            sql.update(
                    "insert into center_key_set (center_id, wrapped, created_at) values (?, ?, ?) on conflict do nothing",
                    centerId,
                    wrapped,
                    clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key set could be made", e);
        }
    }

    /** @param context what the value is ({@code call.caller}); must be the same when it is decrypted */
    public byte[] encrypt(UUID centerId, String value, String context) {
        return encrypt(centerId, value.getBytes(StandardCharsets.UTF_8), context);
    }

    /** As {@link #encrypt(UUID, String, String)}, for what is not text. */
    public byte[] encrypt(UUID centerId, byte[] value, String context) {
        try {
            return aead(centerId).encrypt(value, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value could not be encrypted", e);
        }
    }

    public String decrypt(UUID centerId, byte[] value, String context) {
        return new String(decryptBytes(centerId, value, context), StandardCharsets.UTF_8);
    }

    public byte[] decryptBytes(UUID centerId, byte[] value, String context) {
        try {
            return aead(centerId).decrypt(value, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value could not be decrypted", e);
        }
    }

    /** The same value gives the same hash: for looking up a phone number without storing it readable. */
    public String lookupHash(String value) {
        return HexFormat.of().formatHex(lookupBytes(value));
    }

    /** As {@link #lookupHash}, 32 bytes instead of their digits. */
    public byte[] lookupBytes(String value) {
        return hmac(lookupKey, value);
    }

    public boolean exists(UUID centerId) {
        return sql.first("select 1 from center_key_set where center_id = ?", row -> true, centerId)
                .isPresent();
    }

    /** Destroys what was encrypted for the center, for ever. */
    public void destroy(UUID centerId) {
        sql.update("delete from center_key_set where center_id = ?", centerId);
        known.remove(centerId);
    }

    private Aead aead(UUID centerId) {
        return known.computeIfAbsent(centerId, id -> sql.first(
                        "select wrapped from center_key_set where center_id = ?",
                        row -> unwrap(id, row.getBytes(1)),
                        id)
                .orElseThrow(() -> new IllegalStateException(
                        "the key set of center " + id + " does not exist (any more): its personal data is destroyed")));
    }

    private Aead unwrap(UUID centerId, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, context(centerId))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the center's key set cannot be unwrapped with this tocsin.master-key", e);
        }
    }

    private static byte[] context(UUID centerId) {
        return centerId.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(SecretKeySpec key, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
