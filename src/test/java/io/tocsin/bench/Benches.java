package io.tocsin.bench;

import java.util.List;

/** Behind {@code ./tocsin bench [name]}: one benchmark by name, or all, one after the other. */
public final class Benches {
    private Benches() {}

    private interface Bench {
        void run() throws Exception;
    }

    public static void main(String[] names) throws Exception {
        List<String> wanted = names.length == 0
                ? List.of("launch", "ivr", "relay", "import", "dispatch", "scale", "site")
                : List.of(names);
        for (String name : wanted) {
            bench(name).run();
        }
        System.exit(0);
    }

    private static Bench bench(String name) {
        return switch (name) {
            case "launch" -> LaunchBench::measure;
            case "ivr" -> IvrBench::measure;
            case "relay" -> RelayBench::measure;
            case "import" -> ImportBench::measure;
            case "dispatch" -> DispatchBench::measure;
            case "scale" -> ScaleBench::measure;
            case "site" -> SiteBench::measure;
            default ->
                throw new IllegalArgumentException(
                        "no benchmark '" + name + "'; there are launch, ivr, relay, import, dispatch, scale, site");
        };
    }
}
