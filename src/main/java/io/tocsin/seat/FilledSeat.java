package io.tocsin.seat;

import io.tocsin.platform.Phrase;
import java.util.Optional;

/** A seat after allocation: with a person, or with the reason why it stays empty. */
public record FilledSeat(SeatNeeded need, Optional<Person> person, Optional<Phrase> whyEmpty) {}
