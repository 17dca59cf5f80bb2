package io.tocsin.riskpack;

import io.tocsin.platform.Findings;

/**
 * A part of a risk pack that another room owns: the room parses and checks it, this room only asks. Implemented as a
 * bean; found at start.
 */
public interface PackPart<T> {
    /** The parsed value's type; {@link RiskPack#part(Class)} hands it out again. */
    Class<T> type();

    /**
     * Parses the part out of the pack's files. Whatever is wrong goes to {@code findings}, all of it; the return value
     * is used only when there are none.
     */
    T parse(PackFiles files, PackFrame frame, Findings findings);
}
