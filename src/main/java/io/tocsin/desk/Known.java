package io.tocsin.desk;

import io.tocsin.audience.RecipientItem;
import io.tocsin.campaign.CollectionCase;
import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of whoever is at the other end. For a seat without clearance everything is empty.
 *
 * @param hidden whether the seat may not see it
 * @param people whom the lists have with this number; several in a household
 */
public record Known(boolean hidden, List<PersonView> people) {
    static final Known HIDDEN = new Known(true, List.of());
    static final Known NOBODY = new Known(false, List.of());

    /**
     * @param details name, address, phone, e-mail and what else the list had
     * @param told messages sent to the person, newest first
     */
    public record PersonView(
            UUID id,
            String name,
            String language,
            Map<String, String> details,
            List<RecipientItem> items,
            List<Told> told,
            List<CaseLine> cases) {
        @Override
        public String toString() {
            return "Person " + id;
        }
    }

    /**
     * @param how by which channel, and what became of it
     * @param factsVersion of the facts that the message told
     */
    public record Told(String channel, String title, String state, Phrase how, int factsVersion, Instant at) {}

    /** @param possible states that it may be moved to */
    public record CaseLine(CollectionCase collectionCase, String item, Phrase state, List<Move> possible) {}

    public record Move(String to, Phrase title) {}
}
