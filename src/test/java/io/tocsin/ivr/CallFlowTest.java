package io.tocsin.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ivr.Answer.Note;
import io.tocsin.platform.CarrierForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CallFlowTest {
    private static final Pattern REDIRECT = Pattern.compile("<Redirect method=\"POST\">([^<]+)</Redirect>");
    private static final Pattern GATHER = Pattern.compile("<Gather input=\"dtmf\" action=\"([^\"]+)\"");
    private static final Map<String, LiveScript> LIVE = new HashMap<>();

    static {
        Scripts.PACKS.forEach(pack -> LIVE.put(pack, Scripts.live(pack, Stage.OPEN)));
        LIVE.put("one language", Scripts.live("product-recall", Stage.OPEN, "ja"));
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(LIVE.keySet());
    }

    /** Presses keys at random for a while, then falls silent: from every place, silence leads to an ending. */
    @Property(tries = 500)
    void everyCallEndsHoweverItsCallerBehaves(@ForAll("scripts") String name, @ForAll long seed) {
        LiveScript live = LIVE.get(name);
        Random random = new Random(seed);
        String path = VoicePaths.entry(Scripts.CENTER);
        int presses = random.nextInt(30);
        Map<String, String> form = new HashMap<>(Map.of("From", random.nextBoolean() ? "+819012345678" : "anonymous"));
        for (int step = 0; step < presses + 25; step++) {
            String twiml = answer(live, path, form);
            Matcher gather = GATHER.matcher(twiml);
            Matcher redirect = REDIRECT.matcher(twiml);
            if (!redirect.find() || twiml.contains("<Enqueue") || twiml.contains("<Record")) {
                return;
            }
            form.remove("Digits");
            if (step < presses && gather.find() && random.nextInt(4) > 0) {
                path = path(gather.group(1));
                form.put("Digits", String.valueOf("0123456789*#".charAt(random.nextInt(12))));
            } else {
                path = path(redirect.group(1));
            }
        }
        throw new AssertionError("the call never ends in '" + name + "', seed " + seed);
    }

    private static String path(String url) {
        assertThat(url).startsWith(Scripts.BASE);
        return url.substring(Scripts.BASE.length()).replace("&amp;", "&");
    }

    private static String answer(LiveScript live, String pathAndQuery, Map<String, String> form) {
        String[] parts = pathAndQuery.split("\\?");
        VoiceUrl url = VoiceUrl.parse(parts[0], parts.length > 1 ? parts[1] : null);
        Answer answer = CallFlow.answer(live, ask(url, form), false);
        assertThat(answer.note()).as("nobody gets lost, at " + pathAndQuery).isNotInstanceOf(Note.Lost.class);
        return live.screen(answer.screen()).forCall("CA1").toString();
    }

    private static Ask ask(VoiceUrl url, Map<String, String> form) {
        return new Ask(url.node(), url.action(), url.language(), url.attempt(), CarrierForm.of(form), "");
    }

    private static Answer at(
            LiveScript live, String node, Action action, String language, int attempt, String... form) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            values.put(form[i], form[i + 1]);
        }
        return CallFlow.answer(live, new Ask(node, action, language, attempt, CarrierForm.of(values), ""), false);
    }

    @Test
    void whoNeverChoseALanguageIsQueuedInTheFirstOne() {
        Answer answer = at(LIVE.get("product-recall"), "language", Action.SILENCE, "", 2);

        assertThat(answer.screen()).isEqualTo(Screen.of("agent", Screen.Part.ENTER, "en"));
    }

    @Test
    void dangerBeforeTheLanguageIsSpokenInAllLanguagesAndGoesFirst() {
        LiveScript live = LIVE.get("product-recall");

        Answer answer = at(live, "language", Action.KEY, "", 1, "Digits", "9");

        assertThat(live.screen(answer.screen()).forCall("CA1").toString())
                .contains("hang up and call 1 1 9", "1 1 9に電話してください", "<Task priority=\"1000\">");
    }

    @Test
    void aNumberKeyedInIsUnderstoodAsFromTheCentersCountry() {
        Answer answer = at(LIVE.get("product-recall"), "callback", Action.NUMBER, "ja", 1, "Digits", "0312345678");

        assertThat(answer.note()).isEqualTo(new Note.CallbackAsked("+81312345678"));
    }

    @Test
    void aCallerWithoutANumberIsAskedForOne() {
        Answer answer =
                at(LIVE.get("product-recall"), "callback", Action.KEY, "ja", 1, "Digits", "1", "From", "anonymous");

        assertThat(answer.screen().part()).isEqualTo(Screen.Part.ASK_NUMBER);
    }

    @Test
    void aLandlineGetsNoTextMessage() {
        Answer landline = at(LIVE.get("product-recall"), "link", Action.ENTER, "ja", 1, "From", "+81312345678");
        Answer mobile = at(LIVE.get("product-recall"), "link", Action.ENTER, "ja", 1, "From", "+819012345678");

        assertThat(landline.screen().part()).isEqualTo(Screen.Part.SMS_NOT_MOBILE);
        assertThat(mobile.screen().part()).isEqualTo(Screen.Part.ENTER);
    }

    @Test
    void whoCannotBeQueuedLeavesAMessage() {
        Answer answer = at(LIVE.get("product-recall"), "agent", Action.QUEUE, "ja", 1, "QueueResult", "system-error");

        assertThat(answer.screen()).isEqualTo(Screen.of("voicemail", Screen.Part.ENTER, "ja"));
    }

    @Test
    void queuesAreNamedByReasonAndLanguage() {
        List<QueueNeed> needs = LIVE.get("product-recall").script().queues(List.of("en", "ja"));

        assertThat(needs)
                .extracting(QueueNeed::name)
                .containsExactlyInAnyOrder(
                        "returns-en",
                        "returns-ja",
                        "harm-en",
                        "harm-ja",
                        "general-en",
                        "general-ja",
                        "danger-en",
                        "danger-ja");
        assertThat(needs)
                .filteredOn(need -> need.reason().equals("danger"))
                .allSatisfy(need -> assertThat(need.priority()).isGreaterThan(100));
    }

    @Test
    void aRevisedFactTellsWhichNodesBecomeStale() {
        IvrScript script = LIVE.get("product-recall").script();

        assertThat(script.factsUsed()).contains("productName", "howToReturn", "noticeUrl");
        assertThat(script.factsByNode()).hasEntrySatisfying("remedy", facts -> assertThat(facts)
                .containsExactlyInAnyOrder("remedy", "howToReturn"));
    }
}
