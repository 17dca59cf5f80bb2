package io.tocsin.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Takes people into an audience, many at a time. */
@ApplicationScoped
public class RecipientStore {
    private final Audiences audiences;
    private final RecipientWriter writer;
    private final SamePersons samePersons;
    private final Hashes hashes;
    private final Personal personal;
    private final Clock clock;

    RecipientStore(
            Audiences audiences,
            RecipientWriter writer,
            SamePersons samePersons,
            Hashes hashes,
            Personal personal,
            Clock clock) {
        this.audiences = audiences;
        this.writer = writer;
        this.samePersons = samePersons;
        this.hashes = hashes;
        this.personal = personal;
        this.clock = clock;
    }

    /**
     * Adds people, or merges them with those of the audience who are the same persons.
     *
     * @return the recipients' ids, in the order given; equal ids where several were one person
     */
    @Transactional
    public List<UUID> add(UUID audienceId, List<NewRecipient> recipients) {
        Audience audience = audiences.get(audienceId);
        PersonRows persons = prepare(audience, recipients);
        var written = writer.write(audience, persons);
        samePersons.mark(audience);
        return persons.of().stream().map(r -> written.ids().get(r.key())).toList();
    }

    PersonRows prepare(Audience audience, List<NewRecipient> recipients) {
        return PersonRows.of(audience.centerId(), recipients, hashes, personal, clock.instant());
    }
}
