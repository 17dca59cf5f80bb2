package io.tocsin.provisioning;

/** How far a resource is. Whether it should exist at all is said beside it ({@code wanted}). */
public enum ResourceState {
    /** Not begun: its turn or its dependencies have not come. */
    WAITING,
    /** Being worked on; the attempt was recorded before the vendor is called. */
    WORKING,
    /** Exists as wanted. */
    READY,
    /** Failed for now; will be tried again by itself. */
    RETRYING,
    /** Failed until a person does something; says what. */
    STUCK,
    /** Was there, and is no longer found at the vendor. */
    DRIFTED,
    /** Gone. */
    REMOVED
}
