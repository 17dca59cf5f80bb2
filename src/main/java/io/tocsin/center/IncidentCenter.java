package io.tocsin.center;

import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is stood up for one incident. */
@Entity
@Table(name = "incident_center")
public class IncidentCenter {
    @Id
    UUID id;

    String name;
    /** As the public knows it; every notice carries it. */
    String organization;

    @Column(name = "pack_id")
    String packId;

    /** Pinned when the incident is declared. */
    String packVersion;
    /** When the organization learned of the incident: all clocks of the regimes start here. */
    Instant awareAt;
    /** ISO 3166 codes, or EU; the most important first. */
    List<String> jurisdictions;
    /** ISO 3166 code of the country in which numbers are wanted. */
    String country;

    List<String> languages;

    @Enumerated(EnumType.STRING)
    Mode mode;

    @Enumerated(EnumType.STRING)
    Phase phase;

    @JdbcTypeCode(SqlTypes.JSON)
    String capacity;

    /** Newest version of the fact sheet. */
    int factsVersion;
    /** Version that callers and readers meet; null before launch. */
    Integer liveFacts;

    String createdBy;
    Instant createdAt;
    Instant openedAt;
    Instant closedAt;

    @Version
    long version;

    protected IncidentCenter() {}

    IncidentCenter(UUID id) {
        this.id = id;
        this.phase = Phase.DECLARED;
        this.factsVersion = 1;
    }

    void moveTo(Phase next) {
        if (!phase.mayMoveTo(next)) {
            throw Problem.conflict(
                    "phase",
                    Phrase.of("The center is %s and cannot become %s from there.", "センターは現在 %s のため、%s に移行できません。")
                            .with(phase, next));
        }
        phase = next;
    }

    Capacity capacity() {
        return Json.read(capacity, Capacity.class);
    }

    void capacity(Capacity wanted) {
        capacity = Json.write(wanted);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String organization() {
        return organization;
    }

    public Phase phase() {
        return phase;
    }

    public Mode mode() {
        return mode;
    }

    public String packId() {
        return packId;
    }

    public String packVersion() {
        return packVersion;
    }

    public Instant awareAt() {
        return awareAt;
    }

    public List<String> jurisdictions() {
        return List.copyOf(jurisdictions);
    }

    public List<String> languages() {
        return List.copyOf(languages);
    }

    public String country() {
        return country;
    }

    public int factsVersion() {
        return factsVersion;
    }

    /** Version that callers and readers meet; null before launch. */
    public Integer liveFacts() {
        return liveFacts;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public long version() {
        return version;
    }
}
