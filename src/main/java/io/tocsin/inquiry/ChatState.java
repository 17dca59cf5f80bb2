package io.tocsin.inquiry;

import java.util.EnumSet;

/** Where a chat is. */
public enum ChatState {
    /** The FAQ answers. */
    BOT,
    /** The person asked for an agent. */
    WAITING,
    WITH_AGENT,
    ENDED;

    /** The one place that says which moves there are. */
    public boolean mayMoveTo(ChatState state) {
        return switch (this) {
            case BOT -> EnumSet.of(WAITING, ENDED).contains(state);
            case WAITING -> EnumSet.of(BOT, WITH_AGENT, ENDED).contains(state);
            case WITH_AGENT -> EnumSet.of(WITH_AGENT, WAITING, ENDED).contains(state);
            case ENDED -> false;
        };
    }
}
