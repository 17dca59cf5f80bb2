package io.tocsin.console;

import io.tocsin.platform.Phrase;
import java.util.Optional;
import java.util.UUID;

/** Gives the head above the pages of a center. The shell knows no centers; a room above it answers. */
public interface CenterTitles {
    Optional<CenterTitle> of(UUID centerId);

    /**
     * @param tone of the phase's tag: {@code good}, {@code busy}, {@code bad} or {@code plain}
     * @param drill whether it is rehearsed only
     */
    record CenterTitle(UUID id, String name, String organization, Phrase phase, String tone, boolean drill) {}
}
