package io.tocsin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.platform.Ids;
import io.tocsin.platform.Json;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@TocsinTest
class RecipientsTest {
    @Inject
    Audiences audiences;

    @Inject
    RecipientStore store;

    @Inject
    Recipients recipients;

    @Inject
    Segments segments;

    @Inject
    Suppressions suppressions;

    private final UUID center = Ids.next(Clock.systemUTC().instant());

    private Audience audience(String name) {
        return audiences.create(center, name, "JP", "ja", null, "manager@drill.example");
    }

    @Test
    void whatWasAddedIsReadAgainAndFoundByItsContacts() {
        Audience audience = audience("buyers");
        UUID id = store.add(
                        audience.id(),
                        List.of(People.person("山田 太郎", "+819012345678", "taro@example.jp", People.item("X1", "A100"))))
                .getFirst();

        Recipient found = recipients.get(id);

        assertThat(found.phone()).isEqualTo(new RecipientPhone("+819012345678", PhoneKind.MOBILE));
        assertThat(found.email()).isEqualTo("taro@example.jp");
        assertThat(found.fields()).containsEntry(Fields.NAME, "山田 太郎");
        assertThat(found.items()).extracting(RecipientItem::serial).containsExactly("A100");
        assertThat(recipients.byPhone(center, "+819012345678")).containsExactly(id);
        assertThat(recipients.byEmail(center, "TARO@example.jp")).containsExactly(id);
        assertThat(recipients.byLinkCode(found.linkCode())).map(Recipient::id).contains(id);
        assertThat(recipients.byLinkCode("000000000000")).isEmpty();
        assertThat(recipients.byPhone(UUID.randomUUID(), "+819012345678"))
                .as("another center's")
                .isEmpty();
    }

    @Test
    void nothingThatTellsWhoItIsStandsReadableInTheDatabase() throws SQLException {
        Audience audience = audience("sealed");
        store.add(audience.id(), List.of(People.person("Nobody Elsewhere", "+819011112222", "sealed@example.jp")));

        try (var connection = TestStack.get().superuser();
                var rows = connection
                        .createStatement()
                        .executeQuery("select r::text from recipient r where audience_id = '" + audience.id() + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain("Nobody", "11112222", "sealed@");
        }
    }

    @Test
    void rowsOfOnePersonAreMergedAndFillEachOthersGaps() {
        Audience audience = audience("merged");
        NewRecipient first = People.person("Ann", null, "ann@example.com", People.item("X1", "A1"));
        NewRecipient again = People.person("Ann", "+819033334444", "Ann@Example.com", People.item("X1", "A2"));

        List<UUID> together = store.add(audience.id(), List.of(first, again));
        List<UUID> later = store.add(
                audience.id(), List.of(People.person("A. N.", "+819099999999", "ann@example.com", People.item("X1", "A2"))));

        assertThat(together).hasSize(2).allMatch(together.getFirst()::equals);
        assertThat(later).containsExactly(together.getFirst());
        Recipient ann = recipients.get(together.getFirst());
        assertThat(ann.phone().e164()).as("filled in, not overwritten").isEqualTo("+819033334444");
        assertThat(ann.fields()).containsEntry(Fields.NAME, "Ann");
        assertThat(ann.items()).extracting(RecipientItem::serial).containsExactlyInAnyOrder("A1", "A2");
    }

    @Test
    void aHouseholdsLandlineMakesNobodyOnePerson() {
        Audience audience = audience("household");
        List<UUID> ids = store.add(
                audience.id(),
                List.of(
                        People.person("佐藤 花子", "+81312345678", null),
                        People.person("佐藤 一郎", "+81312345678", null),
                        People.person("佐藤　花子", "+81312345678", null)));

        assertThat(ids.get(0)).isNotEqualTo(ids.get(1));
        assertThat(ids.get(2)).as("the same name in other widths").isEqualTo(ids.get(0));
    }

    @Test
    void anOptOutHoldsForAllWhoShareTheContactAndForThoseAddedLater() {
        Audience audience = audience("before");
        Audience other = audience("other list");
        UUID withBoth = store.add(audience.id(), List.of(People.person("Ben", "+819055556666", "ben@example.com")))
                .getFirst();
        UUID byMail = store.add(other.id(), List.of(People.person("Ben", null, "ben@example.com")))
                .getFirst();

        List<UUID> hit =
                suppressions.add(center, Contact.phone("+819055556666"), SuppressionReason.STOP_REPLY, "+819055556666");
        UUID later = store.add(audience("later").id(), List.of(People.person("Benjamin", "+819055556666", null)))
                .getFirst();
        UUID stranger = store.add(other.id(), List.of(People.person("Cleo", "+819077778888", null)))
                .getFirst();

        assertThat(hit).containsExactlyInAnyOrder(withBoth, byMail);
        assertThat(count(other, "{\"field\":\"optedOut\",\"known\":true}")).isEqualTo(1);
        assertThat(suppressedAmong(List.of(withBoth, byMail, later, stranger)))
                .containsExactlyInAnyOrder(withBoth, byMail, later);
    }

    private static List<UUID> suppressedAmong(List<UUID> ids) {
        return ids.stream().filter(RecipientsTest::isSuppressed).toList();
    }

    private static boolean isSuppressed(UUID id) {
        try (var connection = TestStack.get().superuser();
                var rows = connection
                        .createStatement()
                        .executeQuery("select suppressed_at is not null from recipient where id = '" + id + "'")) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void segmentsSelectByOneAndTheSameItem() {
        Audience audience = audience("segments");
        store.add(
                audience.id(),
                List.of(
                        People.person("1", "+819000000001", null, People.item("X1", "A99"), People.item("Y2", "A150")),
                        People.person("2", "+819000000002", null, People.item("X1", "A100")),
                        People.person("3", null, "three@example.com", People.item("x1", "A1000")),
                        People.person("4", null, "four@example.com")));

        assertThat(count(audience, "{\"all\":[{\"field\":\"model\",\"is\":\"X1\"},"
                        + "{\"field\":\"serial\",\"from\":\"A100\",\"to\":\"A199\"}]}"))
                .as("A150 is a Y2, A1000 is beyond the range though its text is within")
                .isEqualTo(1);
        assertThat(count(audience, "{\"field\":\"model\",\"is\":[\"X1\"]}")).isEqualTo(3);
        assertThat(count(audience, "{\"not\":{\"field\":\"model\",\"is\":[\"X1\"]}}")).isEqualTo(1);
        assertThat(count(audience, "{\"any\":[{\"field\":\"model\",\"is\":[\"Y2\"]},{\"field\":\"email\",\"known\":true}]}"))
                .isEqualTo(3);
        assertThat(count(audience, "{\"field\":\"model\",\"known\":false}")).isEqualTo(1);
        assertThat(count(audience, "{}")).isEqualTo(4);
    }

    private long count(Audience audience, String segment) {
        return segments.count(audience.id(), Segment.of(Json.tree(segment))).recipients();
    }
}
