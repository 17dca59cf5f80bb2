package io.tocsin.chaos;

import java.util.Arrays;
import java.util.List;

/** Behind {@code ./tocsin chaos launch [--kills N]}. */
public final class Chaos {
    private static final int USUAL_KILLS = 100;

    private Chaos() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (!words.isEmpty() && !words.get(0).equals("launch")) {
            throw new IllegalArgumentException("no chaos run '" + words.get(0) + "'; there is: launch");
        }
        int at = words.indexOf("--kills");
        int kills = at < 0 ? USUAL_KILLS : Integer.parseInt(words.get(at + 1));
        System.exit(LaunchChaos.run(kills) ? 0 : 1);
    }
}
