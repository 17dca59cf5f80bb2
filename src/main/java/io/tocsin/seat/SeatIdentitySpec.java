package io.tocsin.seat;

import java.util.UUID;

/** A person's log-in in a center's group. */
public record SeatIdentitySpec(UUID personId, String name, String email) {}
