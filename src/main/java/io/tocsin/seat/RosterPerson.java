package io.tocsin.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/** A person who may fill a seat. */
@Entity
@Table(name = "roster_person")
public class RosterPerson {
    @Id
    UUID id;

    String name;
    /** In lower case; the person's log-in. */
    String email;
    /** What rings when a call is offered: a phone number in E.164 or a SIP address. */
    String ring;

    List<String> languages;
    List<String> skills;

    @Enumerated(EnumType.STRING)
    Site site;

    @Enumerated(EnumType.STRING)
    Employment employment;

    /** Whether the person may handle personal data. */
    boolean clearance;
    /** Ids of the packs that the person is trained for. */
    List<String> trainedFor;

    boolean homePermission;
    boolean active;

    @Version
    long version;

    protected RosterPerson() {}

    RosterPerson(UUID id) {
        this.id = id;
        this.active = true;
    }

    /** Whoever comes with a roster is on it, also after having been taken off. */
    void take(RosterEntry entry) {
        active = true;
        name = entry.name();
        email = entry.email();
        ring = entry.ring();
        languages = entry.languages();
        skills = entry.skills();
        site = entry.site();
        employment = entry.employment();
        clearance = entry.clearance();
        trainedFor = entry.trainedFor();
        homePermission = entry.homePermission();
        active = true;
    }

    Person toPerson() {
        return new Person(
                id,
                name,
                email,
                ring,
                List.copyOf(languages),
                List.copyOf(skills),
                site,
                employment,
                clearance,
                List.copyOf(trainedFor),
                homePermission);
    }
}
