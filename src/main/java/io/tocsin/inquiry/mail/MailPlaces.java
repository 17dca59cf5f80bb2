package io.tocsin.inquiry.mail;

import io.tocsin.announcement.MailAddresses;
import io.tocsin.announcement.SentMails;
import io.tocsin.audience.Contact;
import io.tocsin.audience.Recipients;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * To which center and into whose thread an e-mail belongs: by what it answers, by the address that it was sent to, by who
 * sent it; and where only one center is open, to that.
 */
@ApplicationScoped
class MailPlaces {
    private static final Pattern OURS = Pattern.compile("([0-9a-f-]{36})@tocsin", Pattern.CASE_INSENSITIVE);
    /** Real ones before rehearsals, then the newest. */
    private static final String ANSWERING = """
            select id from incident_center where phase in ('OPEN', 'DRAINING', 'READY', 'PREPARING')
            order by mode = 'LIVE' desc, phase in ('OPEN', 'DRAINING') desc, opened_at desc nulls last""";

    private final SentMails sent;
    private final Recipients recipients;
    private final CenterKeys keys;
    private final MailConfig config;
    private final Sql sql;

    MailPlaces(SentMails sent, Recipients recipients, CenterKeys keys, MailConfig config, Sql sql) {
        this.sent = sent;
        this.recipients = recipients;
        this.keys = keys;
        this.config = config;
        this.sql = sql;
    }

    /**
     * @param recipient null to look by the sender's address
     * @param thread null to look by the recipient, or the sender's address
     * @param knownSender whether the address is one of that person's: else somebody answers a message that went to another
     */
    record Place(UUID center, UUID recipient, UUID thread, boolean knownSender) {}

    Optional<Place> of(Arrived mail) {
        return answered(mail)
                .or(() -> addressed(mail))
                .or(() -> whoKnows(mail.from()))
                .or(this::theOnlyOne);
    }

    /** The e-mail of ours that it answers, by address or by its references. */
    private Optional<Place> answered(Arrived mail) {
        List<UUID> ids = new ArrayList<>();
        for (String reference : mail.references()) {
            Matcher ours = OURS.matcher(reference);
            if (ours.matches()) {
                ids.add(UUID.fromString(ours.group(1)));
            }
        }
        for (String address : mail.addressed()) {
            MailAddresses.read(address)
                    .filter(t -> t.about() != MailAddresses.About.CENTER)
                    .ifPresent(t -> ids.add(t.id()));
        }
        return ids.stream()
                .flatMap(id -> pointed(id, mail.from()).stream())
                .filter(place -> answers(place.center()))
                .findFirst();
    }

    private Optional<Place> pointed(UUID id, String from) {
        return sent.of(id)
                .map(s ->
                        new Place(s.centerId(), s.recipientId(), null, isOf(s.centerId(), s.recipientId(), null, from)))
                .or(() -> sql.first(
                        """
                        select i.center_id, t.recipient_id, t.id from inquiry i join inquiry_thread t on t.id = i.thread_id
                        where i.id = ? or i.id = (select inquiry_id from inquiry_mail_out where id = ?) limit 1""",
                        row -> {
                            UUID center = row.getObject(1, UUID.class);
                            UUID recipient = row.getObject(2, UUID.class);
                            UUID thread = row.getObject(3, UUID.class);
                            return new Place(center, recipient, thread, isOf(center, recipient, thread, from));
                        },
                        id,
                        id));
    }

    /** Whether the address is known as the recipient's, or as one of the thread. */
    private boolean isOf(UUID center, UUID recipient, UUID thread, String from) {
        if (recipient != null && recipients.byEmail(center, from).contains(recipient)) {
            return true;
        }
        return sql.first("""
                        select 1 from thread_contact c join inquiry_thread t on t.id = c.thread_id
                        where c.center_id = ? and c.contact_hash = ? and (t.id = ? or t.recipient_id = ?)""", row -> true, center, hash(from), thread, recipient)
                .isPresent();
    }

    private Optional<Place> addressed(Arrived mail) {
        return mail.addressed().stream()
                .map(address -> MailAddresses.read(address)
                        .filter(t -> t.about() == MailAddresses.About.CENTER)
                        .map(MailAddresses.Tagged::id)
                        .orElseGet(() -> configured(address)))
                .filter(center -> center != null && answers(center))
                .findFirst()
                .map(center -> new Place(center, null, null, true));
    }

    private UUID configured(String address) {
        return config.addresses().entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(address))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Optional<Place> whoKnows(String from) {
        String hash = hash(from);
        return answering().stream()
                .filter(center -> !recipients.byEmail(center, from).isEmpty()
                        || sql.first(
                                        "select 1 from thread_contact where center_id = ? and contact_hash = ?",
                                        row -> true,
                                        center,
                                        hash)
                                .isPresent())
                .findFirst()
                .map(center -> new Place(center, null, null, true));
    }

    private Optional<Place> theOnlyOne() {
        List<UUID> open = sql.list(
                "select id from incident_center where phase = 'OPEN' limit 2", row -> row.getObject(1, UUID.class));
        return open.size() == 1 ? Optional.of(new Place(open.getFirst(), null, null, true)) : Optional.empty();
    }

    private List<UUID> answering() {
        return sql.list(ANSWERING, row -> row.getObject(1, UUID.class));
    }

    private boolean answers(UUID center) {
        return answering().contains(center) && keys.exists(center);
    }

    private String hash(String from) {
        return keys.lookupHash(Contact.email(from).value());
    }
}
