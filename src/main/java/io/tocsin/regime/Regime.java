package io.tocsin.regime;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.platform.Phrase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One body of rules. Not legal advice: each item carries its source, and what no source at hand confirmed is marked.
 *
 * @param jurisdictions ISO 3166 codes, or {@code EU} for every member state
 * @param packs kinds of risk that it concerns
 * @param when what must be true of the facts, all of it; unknown facts count as not true
 * @param source the act as a whole
 */
public record Regime(
        String id,
        Phrase title,
        List<String> jurisdictions,
        List<String> packs,
        List<Condition> when,
        String source,
        List<Obligation> obligations,
        List<NoticeRule> noticeRules,
        Optional<NumberHold> numberHold) {
    public Regime {
        jurisdictions = List.copyOf(jurisdictions);
        packs = List.copyOf(packs);
        when = List.copyOf(when);
        obligations = List.copyOf(obligations);
        noticeRules = List.copyOf(noticeRules);
    }

    public boolean appliesTo(String packId, Collection<String> centerJurisdictions, JsonNode facts) {
        return packs.contains(packId)
                && Jurisdictions.firstMatch(jurisdictions, centerJurisdictions).isPresent()
                && Condition.all(when, facts);
    }

    /**
     * A duty with a deadline.
     *
     * @param code unique within the regime, the same for the variants of one duty of which facts pick one
     * @param when what must be true of the facts beyond the regime's own conditions
     * @param evidence what closes it
     * @param source article
     * @param verified false where the item is from memory and must be checked before anyone relies on it
     */
    public record Obligation(
            String code,
            Phrase title,
            List<Condition> when,
            Deadline deadline,
            Phrase evidence,
            String source,
            boolean verified) {
        public Obligation {
            when = List.copyOf(when);
        }
    }

    /**
     * For how long a number must stay live once it was published.
     *
     * @param freephoneOnly whether only numbers that are free for the caller count
     */
    public record NumberHold(int days, boolean freephoneOnly, String source, boolean verified) {}
}
