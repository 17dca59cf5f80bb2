package io.tocsin.drill;

import java.util.List;
import java.util.Map;

/**
 * One REST call to the carrier.
 *
 * @param domain what stands before {@code .twilio.com}
 * @param path segments, without the {@code .json} of the older API
 * @param parameters query and form, first value of each
 */
record CarrierRequest(String domain, String method, List<String> path, Map<String, String> parameters) {
    String parameter(String name) {
        return parameters.get(name);
    }

    String parameter(String name, String fallback) {
        return parameters.getOrDefault(name, fallback);
    }

    String required(String name) {
        String value = parameters.get(name);
        if (value == null || value.isBlank()) {
            throw CarrierError.missing(name);
        }
        return value;
    }

    int number(String name, int fallback) {
        try {
            return parameters.containsKey(name) ? Integer.parseInt(parameters.get(name)) : fallback;
        } catch (NumberFormatException e) {
            throw new CarrierError(400, 20001, name + " must be a number");
        }
    }

    boolean flag(String name, boolean fallback) {
        return parameters.containsKey(name) ? Boolean.parseBoolean(parameters.get(name)) : fallback;
    }

    /** Whether the path has this form; {@code *} stands for any one segment. */
    boolean is(String wantedMethod, String... pattern) {
        if (!method.equals(wantedMethod) || path.size() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    String at(int segment) {
        return path.get(segment);
    }
}
