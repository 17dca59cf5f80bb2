package io.tocsin.ivr;

import java.util.Collection;

/**
 * A queue that the script sends callers to; becomes a TaskRouter queue and a workflow filter on {@code queue == name}.
 *
 * @param name lasting name within the center: {@code returns-ja}
 * @param skill what its agents must be able to do
 * @param personalData whether only seats cleared for personal data may answer
 * @param priority TaskRouter priority of its tasks; higher is answered first
 */
public record QueueNeed(String name, String reason, String language, String skill, boolean personalData, int priority) {
    /**
     * Whether calls of this queue are routed to such a seat.
     *
     * @param languages that are spoken there
     * @param personalData whether the seat is cleared for personal data
     */
    public boolean answeredBy(Collection<String> languages, Collection<String> skills, boolean personalData) {
        return languages.contains(language)
                && (!demandsSkill() || skills.contains(skill))
                && (personalData || !this.personalData);
    }

    public boolean demandsSkill() {
        return skill != null && !skill.isBlank();
    }
}
