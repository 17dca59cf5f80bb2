package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.People;
import io.tocsin.platform.Sql;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Companies' lists name one person now by a customer number, now by an e-mail address or a phone alone. */
@TocsinTest
class SamePersonTest {
    @Inject
    OpenCenter open;

    @Inject
    Sql sql;

    private static NewRecipient customer(String number, NewRecipient person) {
        Map<String, String> fields = new HashMap<>(person.fields());
        fields.put("customerNumber", number);
        return new NewRecipient(
                person.language(),
                person.zone(),
                person.country(),
                person.region(),
                person.phone(),
                person.email(),
                fields,
                person.attributes(),
                person.items());
    }

    private List<String> addressed(UUID audience, Map<String, ?> more) {
        String path = open.approved(audience, more);
        int shown = OpenCenter.manager()
                .get(path + "/estimate")
                .expect(200)
                .body()
                .path("recipients")
                .asInt();
        List<String> sent = sent(path);
        assertThat(shown).as("people shown before sending").isEqualTo(sent.size());
        return sent;
    }

    private List<String> sent(String path) {
        OpenCenter.manager().post(path + "/start", null).expect(202);
        OpenCenter.awaitState(path, "COMPLETED");
        return sql.list(
                "select channel from delivery where announcement_id = ? order by channel",
                row -> row.getString(1),
                OpenCenter.id(path));
    }

    @Test
    void onePersonUnderSeveralKeysGetsOneMessageOnTheFirstChannelThatReaches() {
        String phone = OpenCenter.number();
        UUID audience = open.audience(List.of(
                customer("C-1", People.person("Ann", null, "ann@drill.example")),
                People.person("Ann", phone, "ann@drill.example"),
                People.person("Ann", phone, null)));

        assertThat(addressed(audience, Map.of("channels", List.of("SMS", "EMAIL"))))
                .containsExactly("SMS");
    }

    @Test
    void peopleWhoShareATelephoneOrHaveTheirOwnCustomerNumbersEachGetTheirs() {
        String household = OpenCenter.number();
        UUID audience = open.audience(List.of(
                customer("C-2", People.person("Bea", household, null)),
                customer("C-3", People.person("Bea", household, null)),
                People.person("Carl", household, null)));

        assertThat(addressed(audience, Map.of())).containsExactly("SMS", "SMS", "SMS");
    }
}
