package io.tocsin.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tocsin.campaign.Campaign;
import io.tocsin.campaign.CampaignCallEnded;
import io.tocsin.campaign.PreviewDesk;
import io.tocsin.campaign.SkipReason;
import io.tocsin.platform.Ids;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls of campaigns that an agent makes: the person is looked at first, then called, and the agent's telephone rings once
 * they pick up. The seat is taken meanwhile, so that no other call comes to it.
 */
@ApplicationScoped
class CampaignCalls {
    private final PreviewDesk previews;
    private final Contacts contacts;
    private final OwnConversations conversations;
    private final Desk desk;
    private final Clock clock;

    CampaignCalls(PreviewDesk previews, Contacts contacts, OwnConversations conversations, Desk desk, Clock clock) {
        this.previews = previews;
        this.contacts = contacts;
        this.conversations = conversations;
        this.desk = desk;
        this.clock = clock;
    }

    /** Those from which the seat may take the next person. */
    List<Campaign> running(DeskSeat seat) {
        return previews.campaigns(seat.centerId());
    }

    Optional<PreviewDesk.Preview> before(DeskSeat seat) {
        return previews.before(seat.centerId(), seat.email());
    }

    /** Puts the next person before the agent; the same one until they are called or passed by. */
    void next(DeskSeat seat, UUID campaignId) {
        if (previews.next(seat.centerId(), campaignId, seat.email()).isEmpty()) {
            throw Problem.conflict(
                    "nobody-to-call",
                    Phrase.of(
                            "Nobody is to be called just now: it is too late or too early where they live, or all were"
                                    + " called lately. Try again later.",
                            "現在発信できる方はいません（先方の時間帯外、または最近発信済み）。後でもう一度お試しください。"));
        }
    }

    void skip(DeskSeat seat, UUID attemptId, SkipReason why) {
        previews.skip(seat.centerId(), attemptId, why, seat.email());
    }

    void call(DeskSeat seat, UUID attemptId) {
        PreviewDesk.Standing wanted = previews.check(seat.centerId(), attemptId, seat.email());
        UUID contact = Ids.next(clock.instant());
        DeskSeat busy = desk.wish(seat, new SeatEvent.Take(contact), "agent");
        QuarkusTransaction.joiningExisting().run(() -> contacts.campaign(contact, busy, attemptId, wanted.language()));
        try {
            previews.start(seat.centerId(), attemptId, seat.email());
        } catch (RuntimeException e) {
            contacts.find(seat.centerId(), contact).ifPresent(conversations::over);
            throw e;
        }
    }

    /** The agent has picked up, as far as we can know: in a drill, where that is done on the screen. */
    void answered(DeskSeat seat) {
        contacts.find(seat.centerId(), seat.moment().contact())
                .filter(Contact::isCampaign)
                .ifPresent(contact -> contacts.answered(contact.id()));
    }

    void ended(@Observes CampaignCallEnded call) {
        contacts.ofAttempt(call.attemptId()).ifPresent(conversations::over);
    }
}
