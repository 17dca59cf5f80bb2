package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CarrierSignatureTest {
    private static final String TOKEN = "12345";
    private static final String URL = "https://example.com/myapp.php?foo=1&bar=2";

    /** The vendor's own validator is the yardstick. */
    @Property(tries = 200)
    void theVendorsValidatorAgrees(
            @ForAll @Size(max = 12) Map<@AlphaChars @NotEmpty String, @StringLength(max = 40) String> form) {
        String signature = CarrierSignature.sign(TOKEN, URL, form.entrySet());

        assertThat(new RequestValidator(TOKEN).validate(URL, form, signature)).isTrue();
    }

    @Property(tries = 100)
    void theOrderOfParametersDoesNotMatter(
            @ForAll @Size(max = 12) Map<@AlphaChars @NotEmpty String, @StringLength(max = 40) String> form,
            @ForAll long seed) {
        List<Map.Entry<String, String>> shuffled = new ArrayList<>(form.entrySet());
        java.util.Collections.shuffle(shuffled, new Random(seed));

        assertThat(CarrierSignature.valid(TOKEN, URL, shuffled, CarrierSignature.sign(TOKEN, URL, form.entrySet())))
                .isTrue();
    }

    @Test
    void aForgedRequestIsRefused() {
        var form = Map.of("CallSid", "CA1", "Digits", "1").entrySet();
        String signature = CarrierSignature.sign(TOKEN, URL, form);

        assertThat(CarrierSignature.valid(
                        TOKEN, URL, Map.of("CallSid", "CA1", "Digits", "2").entrySet(), signature))
                .as("changed parameter")
                .isFalse();
        assertThat(CarrierSignature.valid(TOKEN, URL + "&x=1", form, signature))
                .as("changed URL")
                .isFalse();
        assertThat(CarrierSignature.valid("other", URL, form, signature))
                .as("another account's token")
                .isFalse();
        assertThat(CarrierSignature.valid("", URL, form, signature))
                .as("no token configured")
                .isFalse();
        assertThat(CarrierSignature.valid(TOKEN, URL, form, null))
                .as("no signature")
                .isFalse();
        assertThat(CarrierSignature.valid(TOKEN, URL, form, "not base64!"))
                .as("garbage")
                .isFalse();
    }

    @Test
    void aJsonBodyIsBoundToTheSignedUrl() throws Exception {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        String url = CarrierSignature.urlForBody("https://example.com/x", body);
        String hash = url.substring(url.indexOf('=') + 1);

        assertThat(new RequestValidator(TOKEN)
                        .validate(
                                url,
                                new String(body, StandardCharsets.UTF_8),
                                CarrierSignature.sign(TOKEN, url, List.of())))
                .isTrue();
        assertThat(CarrierSignature.bodyMatches(hash, body)).isTrue();
        assertThat(CarrierSignature.bodyMatches(hash, "{}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
