package io.tocsin.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds every request that names a center ({@code {centerId}} in its path) to the centers of its caller. Done here, for
 * all, so that no endpoint can forget it. A center that is not the caller's looks like one that does not exist.
 */
class CenterAccessFilter {
    private final SecurityIdentity identity;
    private final Caller caller;
    private final CenterAccess access;

    CenterAccessFilter(SecurityIdentity identity, Caller caller, CenterAccess access) {
        this.identity = identity;
        this.caller = caller;
        this.access = access;
    }

    @ServerRequestFilter
    public void hold(ContainerRequestContext request) {
        String named = request.getUriInfo().getPathParameters().getFirst("centerId");
        String path = request.getUriInfo().getPath();
        boolean internal = path.startsWith("/api/") || path.startsWith("/console/");
        if (named == null || !internal || identity.isAnonymous() || CenterAccess.seesAll(identity)) {
            return;
        }
        if (!isOwn(named)) {
            throw Problem.notFound(
                    Phrase.of("There is no center %s, or you do not belong to it.", "センター %s は存在しないか、あなたは所属していません。")
                            .with(named));
        }
    }

    private boolean isOwn(String named) {
        try {
            return access.isMember(UUID.fromString(named), caller.name());
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
