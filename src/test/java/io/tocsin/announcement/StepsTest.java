package io.tocsin.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.audience.Contact;
import io.tocsin.audience.NewRecipient;
import io.tocsin.audience.Recipient;
import io.tocsin.audience.SuppressionReason;
import io.tocsin.audience.Suppressions;
import io.tocsin.platform.Sql;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pause, resume, cancel and opt-out in the middle of a run, at one message per step. */
@TocsinTest
class StepsTest {
    private static final int PEOPLE = 12;

    @Inject
    OpenCenter open;

    @Inject
    DispatchConsumer consumer;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Chunks chunks;

    @Inject
    Announcements announcements;

    @Inject
    AnnouncementService service;

    @Inject
    Suppressions suppressions;

    @Inject
    Sql sql;

    private List<NewRecipient> people;
    private UUID audience;
    private String path;
    private UUID id;

    @BeforeEach
    void startAndTakeTheSteps() {
        open.center();
        consumer.hold(true);
        people = OpenCenter.mobiles(PEOPLE);
        audience = open.audience(people);
        path = open.approved(audience, Map.of());
        id = OpenCenter.id(path);
    }

    @AfterEach
    void goOn() {
        consumer.hold(false);
    }

    private void start() {
        OpenCenter.manager().post(path + "/start", null).expect(202);
    }

    /** One step; the messages that the carrier has afterwards. */
    private long step() throws Exception {
        Announcement a = announcements.find(id).orElseThrow();
        Chunks.Work work = chunks.begin(a, 0);
        Map<UUID, Recipient> readers = dispatcher.people(a, 0);
        dispatcher.step(work, readers, 1);
        CenterWait.until(
                "nothing is on its way", Duration.ofSeconds(20), () -> inState("ATTEMPTING") == 0 ? true : null);
        return atCarrier();
    }

    private long inState(String state) {
        return sql.first(
                        "select count(*) from delivery where announcement_id = ? and state = ?",
                        row -> row.getLong(1),
                        id,
                        state)
                .orElse(0L);
    }

    private long atCarrier() {
        return people.stream().mapToLong(p -> open.sentTo(p.phone().e164())).sum();
    }

    @Test
    void nothingIsSentAfterAPauseAndNothingIsSkippedAfterResuming() throws Exception {
        start();
        for (int n = 1; n < PEOPLE; n++) {
            assertThat(step()).isEqualTo(n);
            var paused = OpenCenter.manager().post(path + "/pause", null).expect(200);
            assertThat(paused.body().path("inFlight").asInt()).isZero();
            assertThat(step()).as("after a pause at %d", n).isEqualTo(n);
            OpenCenter.manager().post(path + "/resume", null).expect(200);
        }
        assertThat(step()).isEqualTo(PEOPLE);
        assertThat(people)
                .allSatisfy(p -> assertThat(open.sentTo(p.phone().e164())).isEqualTo(1));
    }

    @Test
    void aPauseStopsWhatIsClaimedButNotSentYet() throws Exception {
        start();
        Announcement a = announcements.find(id).orElseThrow();
        Chunks.Work before = chunks.begin(a, 0);
        service.pause(a.centerId(), id, "test", io.tocsin.platform.Phrase.same("test"));

        dispatcher.step(before, dispatcher.people(a, 0), 3);

        assertThat(inState("PLANNED")).isEqualTo(PEOPLE);
        assertThat(atCarrier()).isZero();
    }

    @Test
    void nothingIsSentAfterACancellation() throws Exception {
        start();
        step();
        step();
        var cancelled = OpenCenter.manager()
                .post(path + "/cancel", Map.of("reason", "wrong list"))
                .expect(200);

        assertThat(cancelled.body().path("inFlight").asInt()).isZero();
        assertThat(step()).isEqualTo(2);
        OpenCenter.manager().post(path + "/resume", null).expect(409);
        consumer.hold(false);
        assertThat(atCarrier()).isEqualTo(2);
    }

    @Test
    void whoOptsOutInTheMiddleGetsNothingMoreAndTheOthersDo() throws Exception {
        start();
        step();
        List<String> left = people.stream()
                .map(p -> p.phone().e164())
                .filter(n -> open.sentTo(n) == 0)
                .limit(3)
                .toList();
        left.forEach(n -> suppressions.add(open.center().id(), Contact.phone(n), SuppressionReason.STOP_REPLY, "test"));

        for (int n = 0; n < PEOPLE; n++) {
            step();
        }

        assertThat(left).allSatisfy(n -> assertThat(open.sentTo(n)).isZero());
        assertThat(atCarrier()).isEqualTo(PEOPLE - 3);
        assertThat(inState("SUPPRESSED")).isEqualTo(3);
    }

    @Test
    void anUnapprovedAnnouncementSendsNothingAtAnyStep() throws Exception {
        assertThat(step()).isZero();
        OpenCenter.supervisor()
                .post(path + "/return", Map.of("reason", "wording"))
                .expect(200);
        OpenCenter.manager().post(path + "/start", null).expect(409);
        assertThat(step()).isZero();
    }

    @Test
    void aChunkThatComesTwiceIsSentOnce() throws Exception {
        start();
        dispatcher.work(id, 0);
        dispatcher.work(id, 0);
        CenterWait.until("all are settled", Duration.ofSeconds(20), () -> inState("DELIVERED") == PEOPLE ? true : null);

        assertThat(people)
                .allSatisfy(p -> assertThat(open.sentTo(p.phone().e164())).isEqualTo(1));
    }
}
