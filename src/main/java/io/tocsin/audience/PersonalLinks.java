package io.tocsin.audience;

import io.tocsin.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses that belong to one recipient alone; short, since they go into SMS. */
@ApplicationScoped
public class PersonalLinks {
    private final String baseUrl;

    PersonalLinks(@ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.baseUrl = baseUrl.base();
    }

    /** The recipient's own page: what to do about what they have. */
    public URI of(Recipient recipient) {
        return URI.create(baseUrl + "/r/" + recipient.linkCode());
    }

    /** Shows a page to those who open it, and unsubscribes at a POST (RFC 8058). */
    public URI unsubscribe(Recipient recipient) {
        return URI.create(baseUrl + "/u/" + recipient.linkCode());
    }
}
