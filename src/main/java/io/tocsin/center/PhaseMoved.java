package io.tocsin.center;

import java.util.UUID;

/** Fired in the transaction in which a center comes into a phase, for the rooms above. */
public record PhaseMoved(UUID centerId, Phase phase) {}
