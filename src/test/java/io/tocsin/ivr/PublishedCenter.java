package io.tocsin.ivr;

import io.tocsin.platform.CarrierSignature;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.platform.KeySets;
import io.tocsin.platform.Mode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** An open center with the recall script, put in place behind the application's back, and the calls that come to it. */
public final class PublishedCenter {
    private final UUID id = Ids.next(Instant.now());

    /** Publishes; every replica takes the script within moments. */
    public PublishedCenter(DataSource database, String masterKey) throws Exception {
        KeySets.create(database, masterKey, id);
        Publication template = Scripts.publication(
                Scripts.text(Scripts.PACK_DIR.resolve("product-recall/script.yaml")),
                Scripts.words("product-recall"),
                Scripts.LANGUAGES);
        Publication publication = new Publication(
                id,
                Mode.DRILL,
                template.version(),
                template.languages(),
                template.script(),
                template.closing(),
                template.words(),
                template.workflowSid(),
                template.callerId(),
                template.emergencyNumber());
        try (Connection connection = database.getConnection();
                PreparedStatement script = connection.prepareStatement(
                        "insert into live_script (center_id, version, document, published_at) values (?, 'bench', ?::jsonb, now())");
                PreparedStatement stage = connection.prepareStatement(
                        "insert into live_stage (center_id, version, stage, label, revision) values (?, 'bench', 'OPEN', ?, 1)")) {
            script.setObject(1, id);
            script.setString(2, Json.write(publication));
            script.executeUpdate();
            stage.setObject(1, id);
            stage.setString(2, "tocsin:" + id + ":script");
            stage.executeUpdate();
        }
    }

    public UUID id() {
        return id;
    }

    /** What a caller does in six steps: is greeted, chooses, listens, queues, waits twice. */
    public List<byte[]> call(String baseUrl, String authToken, String callSid) {
        List<byte[]> requests = new ArrayList<>();
        requests.add(request(baseUrl, authToken, VoicePaths.entry(id), callSid));
        requests.add(request(baseUrl, authToken, path("language", Action.KEY, ""), callSid, "Digits", "2"));
        requests.add(request(baseUrl, authToken, path("welcome", Action.KEY, "ja"), callSid, "Digits", "1"));
        requests.add(request(baseUrl, authToken, path("affected", Action.KEY, "ja"), callSid, "Digits", "2"));
        requests.add(request(
                baseUrl,
                authToken,
                path("agent", Action.WAIT, "ja"),
                callSid,
                "QueuePosition",
                "4",
                "AvgQueueTime",
                "90"));
        requests.add(request(
                baseUrl,
                authToken,
                path("agent", Action.WAIT, "ja"),
                callSid,
                "QueuePosition",
                "2",
                "AvgQueueTime",
                "60"));
        return requests;
    }

    private String path(String node, Action action, String language) {
        return VoicePaths.node(id, node, action, language, 1);
    }

    /** A request with the parameters that Twilio sends with every voice webhook. */
    private static byte[] request(String baseUrl, String authToken, String path, String callSid, String... more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", "ACd0000000000000000000000000000000");
        form.put("ApiVersion", "2010-04-01");
        form.put("CallSid", callSid);
        form.put("CallStatus", "in-progress");
        form.put("Called", "+815000000000");
        form.put("CalledCountry", "JP");
        form.put("Caller", "+819012345678");
        form.put("CallerCountry", "JP");
        form.put("Direction", "inbound");
        form.put("From", "+819012345678");
        form.put("FromCountry", "JP");
        form.put("To", "+815000000000");
        form.put("ToCountry", "JP");
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + CarrierSignature.HEADER + ": "
                        + CarrierSignature.sign(authToken, baseUrl + path, form.entrySet())
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
