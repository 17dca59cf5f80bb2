package io.tocsin.desk;

import io.tocsin.campaign.CallOutcome;
import io.tocsin.campaign.PreviewDesk;
import io.tocsin.inquiry.Inquiries;
import io.tocsin.inquiry.Inquiry;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The conversation that a seat is offered, has, or writes up. */
@ApplicationScoped
class Conversation {
    private final Contacts contacts;
    private final KnownPeople people;
    private final Inquiries inquiries;
    private final CallBackTable callBacks;
    private final PreviewDesk previews;
    private final ListeningTable listenings;
    private final Sql sql;

    Conversation(
            Contacts contacts,
            KnownPeople people,
            Inquiries inquiries,
            CallBackTable callBacks,
            PreviewDesk previews,
            ListeningTable listenings,
            Sql sql) {
        this.listenings = listenings;
        this.contacts = contacts;
        this.people = people;
        this.inquiries = inquiries;
        this.callBacks = callBacks;
        this.previews = previews;
        this.sql = sql;
    }

    Optional<ContactView> of(DeskSeat seat) {
        return contacts.find(seat.centerId(), seat.moment().contact()).map(contact -> {
            Optional<Inquiry> inquiry = inquiry(contact);
            Optional<PreviewDesk.Standing> standing = standing(contact);
            return ContactView.of(
                    contact,
                    queuedAt(contact),
                    listenings.isHeard(contact.id()),
                    inquiry.map(Inquiry::id).orElse(null),
                    inquiry.filter(i -> i.outcome() != null).isPresent(),
                    standing.map(PreviewDesk.Standing::picked).orElse(false),
                    standing.map(PreviewDesk.Standing::outcome)
                            .map(CallOutcome::words)
                            .orElseGet(() -> called(contact)),
                    known(seat, contact, inquiry, standing));
        });
    }

    private Optional<PreviewDesk.Standing> standing(Contact contact) {
        return contact.isCampaign() ? previews.standing(contact.centerId(), contact.attemptId()) : Optional.empty();
    }

    private Phrase called(Contact contact) {
        return contact.isCallBack()
                ? callBacks
                        .ofContact(contact.id())
                        .map(CallBack::outcome)
                        .map(CallBack.Outcome::words)
                        .orElse(null)
                : null;
    }

    private Optional<Inquiry> inquiry(Contact contact) {
        return contact.inquiryId() != null
                ? Optional.of(inquiries.get(contact.centerId(), contact.inquiryId()))
                : inquiries.byVendorId(contact.centerId(), contact.callSid());
    }

    /** Whoever proved who they are by a code is known by that, whatever phone they call from. */
    private Known known(
            DeskSeat seat, Contact contact, Optional<Inquiry> inquiry, Optional<PreviewDesk.Standing> standing) {
        if (!seat.personalData()) {
            return Known.HIDDEN;
        }
        Optional<UUID> recipient =
                inquiry.map(Inquiry::recipient).or(() -> standing.map(PreviewDesk.Standing::recipient));
        if (recipient.isPresent()) {
            return people.byIds(seat.centerId(), List.of(recipient.get()));
        }
        return contact.callSid() == null ? Known.NOBODY : people.byCall(seat.centerId(), contact.callSid());
    }

    private Instant queuedAt(Contact contact) {
        return contact.callSid() == null
                ? null
                : sql.first(
                                "select queued_at from desk_task where call_sid = ? order by queued_at desc limit 1",
                                row -> Sql.instant(row, "queued_at"),
                                contact.callSid())
                        .orElse(null);
    }
}
