package io.tocsin.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking: a person, named by e-mail address, or a program, named by its client. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The name that memberships and journals use. */
    public String name() {
        String email = token.getClaim("email");
        String name = email != null ? email : String.valueOf((Object) token.getClaim("preferred_username"));
        return name.toLowerCase(Locale.ROOT);
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }
}
