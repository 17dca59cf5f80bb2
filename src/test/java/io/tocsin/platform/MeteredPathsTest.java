package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.stack.Api;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Requests are metered by what they ask for, not by whom or what about: there are only so many meters. */
@TocsinTest
class MeteredPathsTest {
    private static final Pattern URI = Pattern.compile("http_server_requests_seconds_count\\{[^}]*uri=\"([^\"]+)\"");
    private static final Pattern OF_ONE_THING = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|[A-Z]{2}[0-9a-f]{32}|\\+1|@");

    private final Api stranger = new Api(TestStack.get().plan().appUrl(), null);

    @Test
    void noPathOfOneCenterPersonOrCallHasAMeterOfItsOwn() {
        UUID id = UUID.randomUUID();
        for (String path : List.of(
                "/webhooks/twilio/sms/" + id,
                "/webhooks/twilio/voice/" + id + "/entry",
                "/webhooks/twilio/routing/" + id,
                "/webhooks/twilio/campaign/" + id + "/answer",
                "/api/centers/" + id,
                "/console/centers/" + id,
                "/notices/" + id + "/en",
                "/notices/" + id + "/en/faq",
                "/r/" + id)) {
            stranger.get(path);
            stranger.post(path, null);
        }

        String metrics = stranger.get("/q/metrics").expect(200).body().asText();

        Matcher uri = URI.matcher(metrics);
        assertThat(uri.results().map(r -> r.group(1)).distinct())
                .as("metered paths")
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).doesNotContainPattern(OF_ONE_THING));
    }
}
