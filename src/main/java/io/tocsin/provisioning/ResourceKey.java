package io.tocsin.provisioning;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a resource is called for ever, before and after the vendor has given it an id of its own.
 *
 * @param centerId the incident center that owns it
 * @param name unique within the center: {@code number/main-1}, {@code worker/<person>}
 */
public record ResourceKey(UUID centerId, String name) {
    private static final Pattern LABEL = Pattern.compile("tocsin:([0-9a-f-]{36}):(.+)");

    /** The key as one word that travels to the vendor (a FriendlyName, an attribute) and is looked up there by. */
    public String label() {
        return "tocsin:" + centerId + ":" + name;
    }

    /** What all labels of a center's resources begin with. */
    public static String labelPrefix(UUID centerId) {
        return "tocsin:" + centerId + ":";
    }

    public static Optional<ResourceKey> fromLabel(String label) {
        Matcher matcher = LABEL.matcher(label == null ? "" : label);
        return matcher.matches()
                ? Optional.of(new ResourceKey(UUID.fromString(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
