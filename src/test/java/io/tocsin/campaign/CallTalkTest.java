package io.tocsin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.campaign.CallTalk.Screen;
import io.tocsin.campaign.CallTalk.Turn;
import io.tocsin.campaign.CampaignScript.Place;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.platform.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What called people hear: golden documents per language, and no way to get stuck. */
class CallTalkTest {
    private static final Path GOLDEN = Path.of("src/test/resources/campaign/golden");
    private static final List<PickupSlot> OFFERS = IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new PickupSlot(
                    new UUID(0, i),
                    new UUID(1, 1),
                    "*",
                    LocalDate.of(2026, 12, i),
                    LocalTime.of(9, 0),
                    LocalTime.of(12, 30),
                    5,
                    0))
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everyScreenSoundsAsWrittenDown(String language) throws IOException {
        StringBuilder heard = new StringBuilder();
        CallWriter writer = writer(language);
        screens().forEach((name, screen) -> heard.append("== ").append(name).append('\n').append(writer.write(screen)
                        .replace("><", ">\n<"))
                .append('\n'));
        heard.append("== connecting\n").append(writer.connecting(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Enqueue workflowSid=\"WW1\"/></Response>"));
        Path golden = GOLDEN.resolve(language + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, heard);
        }
        assertThat(heard.toString()).isEqualTo(Files.readString(golden));
    }

    /** Silent or pressing nonsense for ever, everybody is said goodbye to after a few rounds. */
    @Property
    void nobodyIsHeldOnTheLineByWrongKeysAndSilence(@ForAll("nonsense") List<String> keys) {
        for (Screen start : List.of(
                new Screen.Menu(Optional.empty(), 1),
                new Screen.Already(Optional.empty(), 1),
                new Screen.Slots(OFFERS, 0, Optional.empty(), 1))) {
            Screen now = start;
            int rounds = 0;
            while (!(now instanceof Screen.Last)) {
                now = ((Turn.Hear) press(now, keys.get(rounds % keys.size()))).screen();
                assertThat(++rounds).as("rounds from %s with %s", start, keys).isLessThan(10);
            }
            assertThat(((Screen.Last) now).words()).isEqualTo(Place.GOODBYE);
        }
    }

    @Property
    void everyKeyOnEveryScreenHasAnAnswer(@ForAll("anyKey") String key) {
        assertThat(CallTalk.menu(key, 1)).isNotNull();
        assertThat(CallTalk.already(key, 1)).isNotNull();
        assertThat(CallTalk.slots(key, 1, 0, OFFERS)).isNotNull();
        assertThat(CallTalk.slots(key, 1, 0, List.of())).as("slots that are gone").isNotNull();
    }

    @Property
    void aSlotIsBookedOnlyByItsOwnKey(@ForAll("anyKey") String key) {
        Turn turn = CallTalk.slots(key, 1, 0, OFFERS);
        boolean names = List.of("1", "2", "3").contains(key);

        assertThat(turn instanceof Turn.Book).isEqualTo(names);
        if (turn instanceof Turn.Book book) {
            assertThat(book.slotId()).isEqualTo(new UUID(0, Integer.parseInt(key)));
        }
    }

    @Provide
    Arbitrary<List<String>> nonsense() {
        return Arbitraries.of("", "4", "5", "6", "7", "#", "x").list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> anyKey() {
        return Arbitraries.of("", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "12", "x");
    }

    private static Turn press(Screen screen, String key) {
        return switch (screen) {
            case Screen.Menu m -> CallTalk.menu(key, m.attempt());
            case Screen.Already a -> CallTalk.already(key, a.attempt());
            case Screen.Slots s -> CallTalk.slots(key, s.attempt(), s.page(), s.offers());
            case Screen.Last l -> throw new IllegalStateException("hung up");
        };
    }

    private static Map<String, Screen> screens() {
        Map<String, Screen> screens = new java.util.LinkedHashMap<>();
        screens.put("menu", new Screen.Menu(Optional.empty(), 1));
        screens.put("menu after silence", new Screen.Menu(Optional.of(Place.NO_KEY), 2));
        screens.put("menu after a wrong key", new Screen.Menu(Optional.of(Place.WRONG_KEY), 3));
        screens.put("slots", new Screen.Slots(OFFERS, 0, Optional.empty(), 1));
        screens.put("slots after one was taken", new Screen.Slots(OFFERS, 1, Optional.of(Place.SLOT_TAKEN), 1));
        screens.put("already", new Screen.Already(Optional.empty(), 1));
        screens.put("booked", new Screen.Last(Place.BOOKED, Optional.of(OFFERS.getFirst())));
        for (Place place : List.of(
                Place.RETURNED,
                Place.DISPOSED,
                Place.STOPPED,
                Place.REGISTERED,
                Place.NO_AGENT,
                Place.GOODBYE,
                Place.MACHINE)) {
            screens.put(place.key(), new Screen.Last(place, Optional.empty()));
        }
        return screens;
    }

    private static CallWriter writer(String language) {
        Map<String, Object> words = Map.of(
                "organization", language.equals("ja") ? "サンプル電機" : "Sample & Sons",
                "productName", language.equals("ja") ? "電気ケトル" : "kettle <K1>",
                "hazard", language.equals("ja") ? "発火のおそれがあります。" : "It can catch fire.",
                "website", "recall.example");
        CenterVoice voice =
                new CenterVoice(Mode.DRILL, true, List.of("en", "ja"), "+12025550123", Map.of(language, words));
        return new CallWriter(script(), voice, language, 2, "https://tocsin.example/webhooks/twilio/campaign/A/");
    }

    private static CampaignScript script() {
        return CampaignPackTest.pack("product-recall").part(CampaignScript.class);
    }
}
