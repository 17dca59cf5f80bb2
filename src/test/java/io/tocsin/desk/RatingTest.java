package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.inquiry.Inquiries;
import io.tocsin.platform.Sql;
import io.tocsin.stack.Api;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one question at the end of a call. */
@TocsinTest
class RatingTest {
    @Inject
    Owners owners;

    @Inject
    Inquiries inquiries;

    @Inject
    Sql sql;

    private DeskCenter desks;

    @BeforeEach
    void open() {
        desks = DeskCenter.open(Map.of("profile", "small")).everybodyOut();
    }

    @AfterEach
    void close() {
        desks.everybodyOut().close();
    }

    @Test
    void afterACallThePersonIsAskedHowItWentAndADigitIsTheAnswer() {
        Owners.Owner owner = owners.add(desks, "Tilda Brahms", ZoneId.of("America/New_York"));
        Api agent = desks.atWork(desks.agent(true));
        desks.callIn(owner.phone());
        desks.awaitState(agent, "OFFERED");
        agent.post(desks.desk() + "/phone/answer", null).expect(200);
        desks.awaitState(agent, "BUSY");
        agent.post(desks.desk() + "/phone/hang-up", null).expect(200);
        desks.awaitState(agent, "AFTER_CALL");
        String inquiry = agent.post(
                        desks.desk() + "/contact/record", Map.of("reason", "general", "outcome", "ANSWERED"))
                .expect(200)
                .body()
                .path("inquiry")
                .path("id")
                .asText();

        CenterWait.until(
                "the question is sent",
                SOON,
                () -> sql
                                .list(
                                        "select doc ->> 'body' from drill.thing where kind = 'MESSAGE' and name = ?",
                                        row -> row.getString(1),
                                        owner.phone())
                                .stream()
                                .anyMatch(text -> text.contains("did we help you?"))
                        ? true
                        : null);
        as("crisis-manager")
                .post("/api/drill/messages", Map.of("from", owner.phone(), "to", sender(), "body", " \uff15 "))
                .expect(201);

        String path = desks.center().path() + "/inquiries";
        CenterWait.until(
                "the answer is counted",
                SOON,
                () -> as("crisis-manager")
                                        .get(path + "/" + inquiry)
                                        .expect(200)
                                        .body()
                                        .path("satisfaction")
                                        .asInt()
                                == 5
                        ? true
                        : null);
        assertThat(inquiries.others(desks.id(), UUID.fromString(inquiry), 10))
                .as("an answer is no new inquiry")
                .isEmpty();
    }

    /** The number from which the center writes. */
    private String sender() {
        return sql.first(
                        "select place from drill.thing where kind = 'SENDER' and parent ="
                                + " (select vendor_id from resource where center_id = ? and name = 'messaging')",
                        row -> row.getString(1),
                        desks.id())
                .orElseThrow();
    }
}
