package io.tocsin.seat;

/** Names that the plan uses for this room's resources. */
public final class SeatKinds {
    public static final String VENDOR = "keycloak";
    public static final String GROUP = "center-group";
    public static final String GROUP_NAME = "group";
    public static final String IDENTITY = "seat-identity";
    /** Followed by the person's id. */
    public static final String IDENTITY_PREFIX = "identity/";

    public static final String INVITATION = "seat-invitation";
    /** Followed by the person's id. */
    public static final String INVITATION_PREFIX = "invitation/";

    private SeatKinds() {}
}
