package io.tocsin.desk;

import io.tocsin.announcement.SentMessages;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.RecipientItem;
import io.tocsin.audience.Recipients;
import io.tocsin.campaign.CaseDesk;
import io.tocsin.campaign.CollectionCase;
import io.tocsin.platform.CenterKeys;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up who calls. Asked for cleared seats only. */
@ApplicationScoped
class KnownPeople {
    /** As the call journal seals it. */
    private static final String CALLER = "call.caller";

    private static final int MOST_PEOPLE = 5;
    private static final int MOST_MESSAGES = 10;

    private final Recipients recipients;
    private final CaseDesk cases;
    private final SentMessages sent;
    private final CenterKeys keys;
    private final Sql sql;

    KnownPeople(Recipients recipients, CaseDesk cases, SentMessages sent, CenterKeys keys, Sql sql) {
        this.recipients = recipients;
        this.cases = cases;
        this.sent = sent;
        this.keys = keys;
        this.sql = sql;
    }

    Known byCall(UUID centerId, String callSid) {
        return caller(centerId, callSid)
                .map(number -> byIds(centerId, recipients.byPhone(centerId, number)))
                .orElse(Known.NOBODY);
    }

    /** In E.164; empty for a withheld number, and until the journal has written it. */
    Optional<String> caller(UUID centerId, String callSid) {
        return sql.first(
                "select caller_encrypted from call where sid = ? and center_id = ? and caller_encrypted is not null",
                row -> keys.decrypt(centerId, row.getBytes(1), CALLER),
                callSid,
                centerId);
    }

    Known byIds(UUID centerId, Collection<UUID> ids) {
        List<Known.PersonView> people = recipients
                .read(centerId, ids.stream().limit(MOST_PEOPLE).toList())
                .stream()
                .map(this::view)
                .toList();
        return people.isEmpty() ? Known.NOBODY : new Known(false, people);
    }

    private Known.PersonView view(Recipient recipient) {
        Map<String, String> details = new TreeMap<>(recipient.fields());
        if (recipient.phone() != null) {
            details.put("phone", recipient.phone().e164());
        }
        if (recipient.email() != null) {
            details.put("email", recipient.email());
        }
        return new Known.PersonView(
                recipient.id(),
                details.getOrDefault("name", ""),
                recipient.language(),
                details,
                recipient.items(),
                told(recipient.id()),
                cases.ofRecipient(recipient.centerId(), recipient.id()).stream()
                        .map(found -> line(found, recipient))
                        .toList());
    }

    private List<Known.Told> told(UUID recipientId) {
        return sent.to(recipientId, MOST_MESSAGES).stream()
                .map(m -> new Known.Told(
                        m.channel().name(),
                        m.title(),
                        m.state().name(),
                        Phrase.of("%s: %s", "%s：%s").with(m.by(), m.state().words()),
                        m.factsVersion(),
                        m.at()))
                .toList();
    }

    private static Known.CaseLine line(CollectionCase found, Recipient recipient) {
        String item = recipient.items().stream()
                .filter(i -> i.id().equals(found.itemId()))
                .findFirst()
                .map(KnownPeople::words)
                .orElse("");
        return new Known.CaseLine(
                found,
                item,
                CaseWords.state(found.state()),
                found.state().next().stream()
                        .filter(CaseWords::isForAgents)
                        .map(to -> new Known.Move(to.name(), CaseWords.act(to)))
                        .toList());
    }

    static String words(RecipientItem item) {
        return Stream.of(item.model(), item.serial(), item.lot())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
