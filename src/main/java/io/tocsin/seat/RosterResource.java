package io.tocsin.seat;

import io.tocsin.platform.Caller;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The roster: people who may fill seats, from a CSV or one by one. */
@Tag(name = "Roster", description = "The people who may fill seats.")
@Path("/api/roster")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"crisis-manager", "ops"})
class RosterResource {
    private final Roster roster;
    private final Caller caller;

    RosterResource(Roster roster, Caller caller) {
        this.roster = roster;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"crisis-manager", "ops", "auditor"})
    @Operation(summary = "Everybody on the roster")
    public List<Person> people() {
        return roster.people();
    }

    /**
     * Columns: name, email, ring, languages, skills, site, employment, clearance, trainedFor, homePermission; lists are
     * separated by semicolons. Lines that cannot be used come back with what is wrong; the others are taken.
     */
    @POST
    @Consumes("text/csv")
    @Operation(summary = "Import people from a CSV; lines that cannot be used come back with what is wrong")
    public Roster.Import importCsv(String csv) {
        return roster.importCsv(csv, caller.name());
    }

    /** One person, by the same names as the CSV's columns; a known e-mail address is updated. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add or update one person, by e-mail address")
    public Person put(Map<String, String> fields) {
        List<Violation> violations = new ArrayList<>();
        RosterEntry entry = RosterEntry.parse(fields == null ? Map.of() : fields, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "person-invalid", Phrase.of("Correct the fields listed below.", "下記の項目を修正してください。"), violations);
        }
        return roster.put(entry, caller.name());
    }

    /** Takes a person off the roster; seats that the person has now stay until the center is resized or ends. */
    @DELETE
    @Path("{personId}")
    @Operation(summary = "Take a person off the roster")
    public void retire(@PathParam("personId") UUID personId) {
        roster.retire(personId, caller.name());
    }
}
