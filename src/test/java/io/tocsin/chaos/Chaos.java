package io.tocsin.chaos;

import java.util.Arrays;
import java.util.List;

/** Behind {@code ./tocsin chaos launch|import|announce [--kills N] [--recipients N]}. */
public final class Chaos {
    private static final int USUAL_KILLS = 100;
    private static final int IMPORT_KILLS = 10;
    private static final int ANNOUNCE_KILLS = 20;
    private static final int RECIPIENTS = 20_000;

    private Chaos() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        String name = words.isEmpty() || words.get(0).startsWith("--") ? "launch" : words.get(0);
        int at = words.indexOf("--kills");
        boolean held =
                switch (name) {
                    case "launch" -> LaunchChaos.run(at < 0 ? USUAL_KILLS : Integer.parseInt(words.get(at + 1)));
                    case "import" -> ImportChaos.run(at < 0 ? IMPORT_KILLS : Integer.parseInt(words.get(at + 1)));
                    case "announce" ->
                        AnnounceChaos.run(
                                at < 0 ? ANNOUNCE_KILLS : Integer.parseInt(words.get(at + 1)),
                                number(words, "--recipients", RECIPIENTS));
                    default ->
                        throw new IllegalArgumentException(
                                "no chaos run '" + name + "'; there are launch, import, announce");
                };
        System.exit(held ? 0 : 1);
    }

    private static int number(List<String> words, String option, int usual) {
        int at = words.indexOf(option);
        return at < 0 ? usual : Integer.parseInt(words.get(at + 1));
    }
}
