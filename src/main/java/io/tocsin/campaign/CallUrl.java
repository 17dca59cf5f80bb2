package io.tocsin.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where a called person is, as it stands in the address.
 *
 * @param attempt how often the question was asked, from 1
 * @param page of the slots
 * @param slots as they were read out
 */
record CallUrl(UUID attemptId, CallStep step, int attempt, int page, List<UUID> slots) {
    private static final int MOST_SLOTS = 3;

    /** Empty if the address is none of ours. */
    static Optional<CallUrl> parse(String path, String query) {
        String[] parts = path.substring(CallPaths.PREFIX.length()).split("/", -1);
        Optional<UUID> attemptId = parts.length == 2 ? uuid(parts[0]) : Optional.empty();
        Optional<CallStep> step = parts.length == 2 ? CallStep.of(parts[1]) : Optional.empty();
        if (attemptId.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        int attempt = 1;
        int page = 0;
        List<UUID> slots = new ArrayList<>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (parameter.startsWith("try=")) {
                attempt = number(parameter, 1, 6);
            } else if (parameter.startsWith("page=")) {
                page = number(parameter, 0, 1000);
            } else if (parameter.startsWith("slot=") && slots.size() < MOST_SLOTS) {
                uuid(parameter.substring("slot=".length())).ifPresent(slots::add);
            }
        }
        return Optional.of(new CallUrl(attemptId.get(), step.get(), attempt, page, List.copyOf(slots)));
    }

    static String query(int attempt, int page, List<PickupSlot> offers) {
        String slots = offers.stream().map(s -> "&slot=" + s.id()).collect(Collectors.joining());
        return "?try=" + attempt + (offers.isEmpty() ? "" : "&page=" + page + slots);
    }

    private static int number(String parameter, int least, int most) {
        try {
            return Math.clamp(Integer.parseInt(parameter.substring(parameter.indexOf('=') + 1)), least, most);
        } catch (NumberFormatException e) {
            return least;
        }
    }

    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
