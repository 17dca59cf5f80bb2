package io.tocsin.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Set;

/** What this process does ({@code tocsin.roles}): one process may do everything, or each its part. */
@ConfigMapping(prefix = "tocsin")
public interface Roles {
    @WithName("roles")
    Set<String> all();

    default boolean has(String role) {
        return all().contains(role);
    }
}
