package io.tocsin.platform;

/**
 * The address at which the world reaches this service: {@code tocsin.public-base-url}. Configuration reads it by its
 * constructor.
 *
 * @param base without a slash at the end
 */
public record PublicUrl(String base) {
    public PublicUrl {
        base = base.strip().replaceAll("/+$", "");
    }

    /** As browsers name where a form was sent from: scheme, host and port. */
    public String origin() {
        return base.replaceAll("(https?://[^/]+).*", "$1");
    }

    public boolean isSecure() {
        return base.startsWith("https:");
    }

    @Override
    public String toString() {
        return base;
    }
}
