package io.tocsin.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Agents' telephones, whoever picks them up: a person on the screen, or the simulation. */
@ApplicationScoped
class AgentPhones {
    private static final Duration LONGEST_TALK = Duration.ofHours(4);

    private final Phones phones;
    private final HandPhones hands;
    private final Behaviours behaviours;

    AgentPhones(Phones phones, HandPhones hands, Behaviours behaviours) {
        this.phones = phones;
        this.hands = hands;
        this.behaviours = behaviours;
    }

    /** @return who picked up, or null where nobody did in time; a person has the time that a person needs */
    Phone ring(String address, int timeoutSeconds) {
        Phone phone = phones.at(address);
        if (phone.byHand()) {
            return hands.ring(address, Duration.ofSeconds(timeoutSeconds)) ? phone : null;
        }
        long patience = Math.round(timeoutSeconds * 1000L / behaviours.now().speed());
        boolean answered =
                phone.answers() && !phone.busy() && !phone.machine() && phone.afterMs() <= Math.max(patience, 1000);
        CarrierGate.pause(answered ? phone.afterMs() : phone.busy() ? 50 : patience);
        return answered ? phone : null;
    }

    /** Until the agent hangs up. */
    void talk(Phone phone, String address) {
        if (phone.byHand()) {
            hands.talk(address);
        } else {
            CarrierGate.pause(Math.round(phone.talkSeconds() * 1000));
        }
    }

    /** Until the agent hangs up, or the other end is gone. */
    void talk(Phone phone, String address, CompletableFuture<Void> gone) {
        if (phone.byHand()) {
            hands.onHangUp(address, () -> gone.complete(null));
        }
        long millis = phone.byHand() ? LONGEST_TALK.toMillis() : Math.round(phone.talkSeconds() * 1000);
        gone.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
        hands.over(address);
    }
}
