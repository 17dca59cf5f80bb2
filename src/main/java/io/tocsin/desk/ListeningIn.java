package io.tocsin.desk;

import io.tocsin.inquiry.Clearance;
import io.tocsin.ivr.CenterVoice;
import io.tocsin.ivr.LiveScripts;
import io.tocsin.platform.AuditLog;
import io.tocsin.platform.CarrierForm;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import io.tocsin.provisioning.VendorFailure;
import io.tocsin.seat.Person;
import io.tocsin.seat.Roster;
import io.tocsin.telephony.Calls;
import io.tocsin.telephony.Conferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Lets supervisors listen in: the own telephone rings, and whoever picks up hears the conversation, unheard. It is on
 * record before the carrier is asked; however often somebody clicks, one telephone rings once.
 */
@ApplicationScoped
class ListeningIn {
    private static final Logger LOG = Logger.getLogger(ListeningIn.class);
    /** How long the supervisor's telephone rings, in seconds. */
    private static final int RING = 20;

    private final ListeningTable table;
    private final ListeningPaths paths;
    private final Contacts contacts;
    private final QueueTasks tasks;
    private final DeskSeats seats;
    private final Roster roster;
    private final LiveScripts voices;
    private final Conferences conferences;
    private final Calls calls;
    private final AuditLog audit;
    private final Clock clock;

    ListeningIn(
            ListeningTable table,
            ListeningPaths paths,
            Contacts contacts,
            QueueTasks tasks,
            DeskSeats seats,
            Roster roster,
            LiveScripts voices,
            Conferences conferences,
            Calls calls,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.paths = paths;
        this.contacts = contacts;
        this.tasks = tasks;
        this.seats = seats;
        this.roster = roster;
        this.voices = voices;
        this.conferences = conferences;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param cleared whether who asks may hear personal data
     * @throws io.tocsin.platform.ProblemException with everything that stands against it
     */
    Listening listen(UUID centerId, UUID contactId, String by, boolean cleared) {
        Contact contact = contact(centerId, contactId);
        if (contact.personalData() && !cleared) {
            throw Clearance.refused();
        }
        Optional<Listening> going = table.open(by);
        if (going.isPresent()) {
            return same(going.get(), contactId);
        }
        String ring = roster.personByEmail(by).map(Person::ring).orElse("");
        check(contact, by, ring);
        CenterVoice voice = voices.voice(centerId).orElseThrow();
        UUID id = Ids.next(clock.instant());
        if (!table.begin(id, contact, tasks.of(contact.callSid()), by, voice.mode())) {
            return same(table.open(by).orElseThrow(ListeningIn::over), contactId);
        }
        record(table.find(id).orElseThrow(), "call.listening-asked", Map.of());
        place(id, voice, ring);
        return table.find(id).orElseThrow();
    }

    private Contact contact(UUID centerId, UUID contactId) {
        return contacts.find(centerId, contactId)
                .filter(found -> found.kind() == Contact.Kind.CALL && !found.isCallBack() && !found.isCampaign())
                .orElseThrow(() -> Problem.notFound(Phrase.of("There is no such call.", "該当する通話はありません。")));
    }

    private static Listening same(Listening going, UUID contactId) {
        if (!going.contact().equals(contactId)) {
            throw Problem.conflict(
                    "listening-already",
                    Phrase.of("You listen to another call. Stop that first.", "別の通話を聴取中です。先に停止してください。"));
        }
        return going;
    }

    private void check(Contact contact, String by, String ring) {
        SeatState own = seats.of(contact.centerId()).stream()
                .filter(seat -> seat.email().equals(by))
                .map(seat -> seat.moment().state())
                .findFirst()
                .orElse(SeatState.CHECKED_OUT);
        List<Violation> obstacles = new ListenCheck(
                        voices.listening(contact.centerId()),
                        tasks.toldOfListening(contact.callSid()),
                        contact.stage() == Contact.Stage.ANSWERED,
                        ring == null ? "" : ring,
                        own)
                .obstacles();
        if (!obstacles.isEmpty()) {
            throw Problem.invalid(
                    "cannot-listen", Phrase.of("You cannot listen to this call.", "この通話は聴取できません。"), obstacles);
        }
    }

    private void place(UUID id, CenterVoice voice, String ring) {
        Listening listening = table.find(id).orElseThrow();
        String conference = asked(
                listening,
                () -> conferences.live(listening.mode(), listening.taskSid()).orElseThrow(ListeningIn::over));
        table.into(id, conference);
        Conferences.Listener listener =
                new Conferences.Listener(id.toString(), voice.number(), ring, paths.of(listening.centerId(), id), RING);
        try {
            table.placed(id, asked(listening, () -> conferences
                    .listen(listening.mode(), conference, listener)
                    .orElseThrow(ListeningIn::over)));
        } catch (VendorFailure.Unknown e) {
            LOG.warnf("not known whether it rings; left to the carrier's word or the look-up listening=%s", id);
        }
    }

    /** What certainly did not happen is over; what may have happened stays on record. */
    private <T> T asked(Listening listening, Supplier<T> carrier) {
        try {
            return carrier.get();
        } catch (VendorFailure.Unknown e) {
            if (table.find(listening.id()).map(Listening::conferenceSid).isEmpty()) {
                end(listening);
                throw away();
            }
            throw e;
        } catch (VendorFailure e) {
            end(listening);
            throw away();
        } catch (RuntimeException e) {
            end(listening);
            throw e;
        }
    }

    private static RuntimeException over() {
        return Problem.conflict(
                "call-over",
                Phrase.of("Nobody speaks in this call any more. Choose another.", "この通話は終了しています。別の通話を選んでください。"));
    }

    private static RuntimeException away() {
        return Problem.of(
                        "carrier-away",
                        503,
                        Phrase.of("The carrier does not answer", "通信事業者が応答しません"),
                        Phrase.of("Try again in a moment. You can always hang up.", "少し待ってもう一度お試しください。電話を切れば聴取は終わります。"))
                .asException();
    }

    /** Stopping what is over, or never began, does no harm. */
    void stop(UUID centerId, UUID contactId, String by) {
        contact(centerId, contactId);
        table.open(by).filter(going -> going.contact().equals(contactId)).ifPresent(going -> {
            try {
                hangUp(going);
            } catch (VendorFailure e) {
                throw away();
            }
        });
    }

    /** Nobody listens before this returns; it is on record only when that is certain. */
    void hangUp(Listening listening) {
        callOf(listening).ifPresent(sid -> calls.end(listening.mode(), sid));
        end(listening);
    }

    /** The call, also where the carrier's answer to it was lost. */
    Optional<String> callOf(Listening listening) {
        return listening.callSid() != null || listening.conferenceSid() == null
                ? Optional.ofNullable(listening.callSid())
                : conferences.guest(
                        listening.mode(),
                        listening.conferenceSid(),
                        listening.id().toString());
    }

    /** The carrier tells of the supervisor's telephone. */
    void told(UUID centerId, UUID id, CarrierForm form) {
        Optional<Listening> known =
                table.find(id).filter(listening -> listening.centerId().equals(centerId));
        known.ifPresent(listening -> {
            if (!form.get("CallSid").isEmpty()) {
                table.placed(id, form.get("CallSid"));
            }
            switch (form.get("CallStatus")) {
                case "in-progress" -> begun(listening);
                case "completed", "busy", "no-answer", "failed", "canceled" -> end(listening);
                default -> {
                    // It rings.
                }
            }
        });
    }

    /** The supervisor has picked up. */
    void begun(Listening listening) {
        if (table.begun(listening.id())) {
            record(listening, "call.listening-begun", Map.of());
        }
    }

    void end(Listening listening) {
        if (table.end(listening.id())) {
            Listening over = table.find(listening.id()).orElseThrow();
            Map<String, Object> times = new LinkedHashMap<>();
            Instant from = over.begunAt();
            times.put("heard", from != null);
            if (from != null) {
                times.put("from", from.toString());
            }
            times.put("to", over.endedAt().toString());
            record(over, "call.listening-ended", times);
        }
    }

    private void record(Listening listening, String action, Map<String, ?> more) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("listening", listening.id());
        details.put("contact", listening.contact());
        details.put("seat", listening.seatNo());
        details.putAll(more);
        audit.record(listening.supervisor(), action, "call " + listening.contact(), listening.centerId(), details);
    }
}
