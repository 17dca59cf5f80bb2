package io.tocsin.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What a run of an import works with. */
@ApplicationScoped
class ImportParts {
    private final AudienceConfig config;
    private final Uploads uploads;
    private final RecipientStore store;
    private final RecipientWriter writer;
    private final SetAsideRows setAside;
    private final ImportTable table;
    private final SamePersons samePersons;
    private final Clock clock;

    ImportParts(
            AudienceConfig config,
            Uploads uploads,
            RecipientStore store,
            RecipientWriter writer,
            SetAsideRows setAside,
            ImportTable table,
            SamePersons samePersons,
            Clock clock) {
        this.config = config;
        this.uploads = uploads;
        this.store = store;
        this.writer = writer;
        this.setAside = setAside;
        this.table = table;
        this.samePersons = samePersons;
        this.clock = clock;
    }

    AudienceConfig config() {
        return config;
    }

    Uploads uploads() {
        return uploads;
    }

    RecipientWriter writer() {
        return writer;
    }

    SetAsideRows setAside() {
        return setAside;
    }

    ImportTable table() {
        return table;
    }

    SamePersons samePersons() {
        return samePersons;
    }

    Clock clock() {
        return clock;
    }

    PersonRows prepare(Audience audience, List<NewRecipient> recipients) {
        return store.prepare(audience, recipients);
    }
}
