package io.tocsin.seat;

import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CenterAccess;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Whether a person may work at home. Taken away, it ends the person's part in the center at once. */
@ApplicationScoped
public class HomePermission {
    private final Roster roster;
    private final CenterAccess access;
    private final KeycloakPeople keycloak;
    private final AuditLog audit;
    private final Sql sql;
    private final Clock clock;

    HomePermission(Roster roster, CenterAccess access, KeycloakPeople keycloak, AuditLog audit, Sql sql, Clock clock) {
        this.roster = roster;
        this.access = access;
        this.keycloak = keycloak;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Whose seat is at home is out of the center from the commit on, whatever the token in their hands still says.
     *
     * @param reason in the supervisor's words; goes to the audit log
     */
    @Transactional
    public Person revoke(UUID centerId, UUID personId, boolean worksAtHome, String reason, String by) {
        Person person = set(personId, false);
        if (worksAtHome) {
            access.unseat(centerId, person.email());
        }
        audit.record(by, "seat.home-revoked", "person " + personId, centerId, Map.of("reason", reason));
        return person;
    }

    @Transactional
    public Person grant(UUID centerId, UUID personId, String by) {
        Person person = set(personId, true);
        access.seat(centerId, person.email(), clock.instant());
        audit.record(by, "seat.home-granted", "person " + personId, centerId, Map.of());
        return person;
    }

    /** Ends the person's sessions at the log-in server. To be called when {@link #revoke} is committed. */
    public void endSessions(Person person) {
        KeycloakFailures.translated(() -> {
            keycloak.endSessions(person.email());
            return null;
        });
    }

    private Person set(UUID personId, boolean may) {
        sql.update("update roster_person set home_permission = ?, version = version + 1 where id = ?", may, personId);
        return roster.person(personId)
                .orElseThrow(() -> Problem.notFound(
                        Phrase.of("There is nobody with this id on the roster.", "名簿にこの ID の人はいません。")));
    }
}
