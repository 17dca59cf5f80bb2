package io.tocsin.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Tariffs beside an account whose papers are known. */
public final class Papers {
    private Papers() {}

    /** @param bundles of the LIVE account, by country or by country and type */
    public static Tariffs tariffs(Path file, Map<String, String> bundles) {
        return new Tariffs(file.toString(), new TwilioConfig() {
            @Override
            public Live live() {
                return new SomeAccount(bundles);
            }

            @Override
            public Drill drill() {
                return new SomeAccount(Map.of());
            }

            @Override
            public Duration callTimeout() {
                return Duration.ofSeconds(1);
            }
        });
    }

    private record SomeAccount(Map<String, String> bundleSid) implements TwilioConfig.Live, TwilioConfig.Drill {
        @Override
        public Optional<String> accountSid() {
            return Optional.empty();
        }

        @Override
        public Optional<String> authToken() {
            return Optional.empty();
        }

        @Override
        public int maxInFlight() {
            return 1;
        }

        @Override
        public Map<String, String> addressSid() {
            return Map.of();
        }

        @Override
        public String baseUrl() {
            return "";
        }

        @Override
        public double callsPerSecond() {
            return 1;
        }
    }
}
