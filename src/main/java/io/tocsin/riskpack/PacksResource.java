package io.tocsin.riskpack;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The risk packs, for whoever prepares, runs or audits a center. */
@Tag(name = "Risk packs", description = "Prebuilt material, one pack per kind of risk.")
@Path("/api/packs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "agent", "supervisor", "ops", "auditor"})
@RunOnVirtualThread
class PacksResource {
    private final RiskPacks packs;

    PacksResource(RiskPacks packs) {
        this.packs = packs;
    }

    @GET
    @Operation(summary = "The packs in use")
    public List<PackView.Line> list() {
        return packs.current().stream().map(PackView.Line::of).toList();
    }

    @GET
    @Path("/refused")
    @Operation(summary = "The packs that were refused, with file, line and reason")
    public List<RefusedPack> refused() {
        return packs.refused();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One pack with its facts, sizes and texts")
    public PackView get(String id) {
        return packs.current(id)
                .map(PackView::of)
                .orElseThrow(() -> Problem.notFound(Phrase.of("There is no risk pack '%s'", "リスクパック '%s' はありません")
                        .with(id)));
    }
}
