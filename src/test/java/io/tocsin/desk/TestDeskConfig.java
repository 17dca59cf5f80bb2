package io.tocsin.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings as they are by default. */
class TestDeskConfig implements DeskConfig {
    @Override
    public Map<String, List<String>> networks() {
        return Map.of();
    }

    @Override
    public Optional<List<String>> proxies() {
        return Optional.empty();
    }

    @Override
    public boolean oneTimeCodeAtHome() {
        return true;
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration afterCall() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration answerWithin() {
        return Duration.ofSeconds(20);
    }

    @Override
    public double serviceLevel() {
        return 0.8;
    }

    @Override
    public Duration serviceWindow() {
        return Duration.ofMinutes(30);
    }

    @Override
    public int agentsPerSupervisor() {
        return 15;
    }

    @Override
    public Duration supervisorSeen() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration sweep() {
        return Duration.ofSeconds(1);
    }
}
