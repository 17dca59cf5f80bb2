package io.tocsin.desk;

import java.time.Duration;
import java.util.UUID;

/** What happens to a seat: an agent's wish, which may be refused, or a fact, which cannot be. */
sealed interface SeatEvent {
    /** Wished by the agent. */
    sealed interface Wish extends SeatEvent {}

    record CheckIn() implements Wish {}

    record Ready() implements Wish {}

    /** @param planned how long it is to take */
    record Rest(Duration planned) implements Wish {}

    record CheckOut() implements Wish {}

    /** The agent takes a waiting chat, or calls somebody back: call routing knows of neither. */
    record Take(UUID contact) implements Wish {}

    /** Told by the carrier or the chat, or decreed by a supervisor or the clock. */
    sealed interface Fact extends SeatEvent {}

    record Offered(UUID contact) implements Fact {}

    record Answered(UUID contact) implements Fact {}

    /** @param agentsFault whether the phone rang in vain; else the caller gave up first */
    record NotAnswered(UUID contact, boolean agentsFault) implements Fact {}

    /** @param routed whether call routing brought the two together, and knows of the end itself */
    record Ended(UUID contact, boolean routed) implements Fact {}

    record SentHome() implements Fact {}
}
